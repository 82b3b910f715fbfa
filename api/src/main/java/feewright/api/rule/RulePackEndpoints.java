package feewright.api.rule;

import feewright.api.clock.FirmClock;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.drools.DroolsRulebook;
import feewright.drools.DroolsRulebook.Reload;
import feewright.drools.PackDescription;
import feewright.drools.PackFault;
import feewright.jdbc.rule.InstanceRules;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.rule.PackHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rule pack in force here, which pack each running instance has, and reading the authors' directory again. Rules come from files
 * only, never from a request.
 */
@RestController
@RequestMapping(path = "/v1/rule-packs", produces = "application/json")
record RulePackEndpoints(DroolsRulebook rulebook, RulesOfInstances instances, Reloads reloads, FirmClock clock) {

    /** Where it is written down that somebody reloaded. */
    @Component
    record Reloads(Transactions transactions, AuditTrail audit, Ids ids) {}

    /** {@code instances_differ}: whether an instance judges by another pack than this one. */
    record Packs(List<PackView> items, List<InstanceView> instances, boolean instancesDiffer) {}

    record PackView(String rulePack, boolean inForce, int scenarios, List<PackedRule> rules, List<String> warnings) {}

    record PackedRule(String ruleSet, String code, String rule, String file, String origin) {}

    /** A running instance, by its own word of the last half minute. {@code answering}: it is the one that answers this. */
    record InstanceView(UUID id, boolean answering, String rulePack, Instant loadedAt, Instant seenAt) {}

    @GetMapping
    Packs inForce(Actor actor) {
        List<InstanceRules.Seen> running = instances.running();
        return new Packs(
                List.of(view(rulebook.description())),
                running.stream()
                        .map(seen -> new InstanceView(
                                seen.instance(),
                                instances.isThisOne(seen),
                                seen.pack().hex(),
                                seen.loadedAt(),
                                seen.seenAt()))
                        .toList(),
                running.stream().anyMatch(seen -> !seen.pack().equals(rulebook.pack())));
    }

    /**
     * Reads the disk whenever it is asked: under an idempotency key, which all instances share, a second one would answer as the first
     * did and read nothing.
     */
    @PostMapping("/reload")
    PackView reload(Actor actor) {
        Reload reload = reloads.transactions().in(actor, () -> {
            Reload done = rulebook.reload();
            audit(actor, done);
            return done;
        });
        return switch (reload) {
            case Reload.Loaded(PackDescription now, PackHash _) -> {
                instances.sayLoaded();
                yield view(now);
            }
            case Reload.Refused(List<PackFault> faults, PackHash _) ->
                throw new ProblemException(Problem.of(ProblemCode.RULES_REFUSED).withErrors(Rulings.errors(faults)));
        };
    }

    private void audit(Actor actor, Reload reload) {
        switch (reload) {
            case Reload.Loaded(PackDescription now, PackHash before) ->
                audit(actor, "rule_pack_loaded", List.of("pack-" + now.hash(), "before-" + before));
            case Reload.Refused(List<PackFault> faults, PackHash inForce) ->
                audit(actor, "rule_pack_refused", List.of("pack-" + inForce, "faults-" + faults.size()));
        }
    }

    private void audit(Actor actor, String action, List<String> codes) {
        AuditEvent.Target target = new AuditEvent.Target("rule_pack", actor.firm(), null);
        AuditEventId id = new AuditEventId(reloads.ids().next());
        reloads.audit().append(new AuditEvent(id, actor, action, target, codes, null, clock.now(actor)));
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
                                rule.origin().code()))
                        .toList(),
                pack.warnings().stream().map(PackFault::toString).toList());
    }
}
