package feewright.api.rule;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.drools.DroolsRulebook;
import feewright.drools.DroolsRulebook.Reload;
import feewright.drools.PackDescription;
import feewright.drools.PackFault;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.Ids;
import feewright.rule.PackHash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rule pack in force, and reading the authors' directory again. Rules come from files only, never from a request. */
@RestController
@RequestMapping(path = "/v1/rule-packs", produces = "application/json")
record RulePackEndpoints(DroolsRulebook rulebook, AuditTrail audit, Once once, Ids ids, FirmClock clock) {

    record Packs(List<PackView> items) {}

    record PackView(String pack, boolean inForce, int scenarios, List<PackedRule> rules, List<String> warnings) {}

    record PackedRule(String ruleSet, String code, String rule, String file, String origin) {}

    @GetMapping
    Packs inForce(Actor actor) {
        return new Packs(List.of(view(rulebook.description())));
    }

    @Answers(body = PackView.class)
    @PostMapping("/reload")
    ResponseEntity<byte[]> reload(Actor actor, HttpServletRequest request) {
        return once.run(actor, request, () -> switch (rulebook.reload()) {
            case Reload.Loaded(PackDescription now, PackHash before) -> {
                audit(actor, "rule-pack-loaded", List.of("pack-" + now.hash(), "before-" + before));
                yield Answer.ok(view(now));
            }
            case Reload.Refused(List<PackFault> faults, PackHash inForce) -> {
                audit(actor, "rule-pack-refused", List.of("pack-" + inForce, "faults-" + faults.size()));
                yield new Answer.NotDone(Problem.of(ProblemCode.RULES_REFUSED).withErrors(Rulings.errors(faults)));
            }
        });
    }

    private void audit(Actor actor, String action, List<String> codes) {
        AuditEvent.Target target = new AuditEvent.Target("rule-pack", actor.firm(), null);
        audit.append(
                new AuditEvent(new AuditEventId(ids.next()), actor, action, target, codes, null, clock.now(actor)));
    }

    private static PackView view(PackDescription pack) {
        return new PackView(
                pack.hash().hex(),
                true,
                pack.scenarios(),
                pack.rules().stream()
                        .map(rule -> new PackedRule(
                                rule.set().folder(),
                                rule.code(),
                                rule.name(),
                                rule.file(),
                                rule.origin().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                pack.warnings().stream().map(PackFault::toString).toList());
    }
}
