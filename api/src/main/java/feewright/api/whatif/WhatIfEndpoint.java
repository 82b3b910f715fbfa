package feewright.api.whatif;

import feewright.api.clock.FirmClock;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.drools.CandidateRules;
import feewright.drools.CandidateRules.Candidate;
import feewright.drools.DroolsRulebook;
import feewright.drools.PackFault;
import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import feewright.rule.Rulebook;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.ComparisonScope;
import feewright.whatif.Packs;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The past under candidate rules (requirement X4). They come from the directory that the configuration names, read at each request and
 * never from it. One at a time in an instance: compiling and judging take a processor for themselves.
 */
@RestController
class WhatIfEndpoint {

    /** What one answer compares, of invoices and of what was set aside. */
    static final int MOST = 2_000;

    private final CompareRules compareRules;
    private final Rules rules;
    private final FirmClock clock;
    private final Semaphore one = new Semaphore(1);

    WhatIfEndpoint(CompareRules compareRules, Rules rules, FirmClock clock) {
        this.compareRules = compareRules;
        this.rules = rules;
        this.clock = clock;
    }

    /** Both packs, read now. */
    @Component
    record Rules(DroolsRulebook inForce, CandidateRules candidate) {

        Packs packs() {
            Rulebook present = inForce.present();
            return switch (candidate.read()) {
                case Candidate.Sound(Rulebook sound) -> new Packs(present, sound);
                case Candidate.None _ -> throw new ProblemException(ProblemCode.CANDIDATE_MISSING);
                case Candidate.Faulty(List<PackFault> faults) ->
                    throw new ProblemException(
                            Problem.of(ProblemCode.CANDIDATE_REFUSED).withErrors(Rulings.errors(faults)));
            };
        }
    }

    @GetMapping(
            path = "/v1/reports/what-if",
            produces = {"application/json", "text/csv"})
    WhatIfView whatIf(
            Actor actor,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(name = "engagement_id", required = false) @Nullable UUID engagement) {
        if (!until.isAfter(from)) {
            throw new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("until"));
        }
        ComparisonScope question =
                new ComparisonScope(from, until, engagement == null ? null : new EngagementId(engagement));
        if (!one.tryAcquire()) {
            throw new ProblemException(ProblemCode.WHAT_IF_UNDER_WAY);
        }
        try {
            return compared(new Trial(actor, question, rules.packs(), clock.now(actor)));
        } finally {
            one.release();
        }
    }

    private WhatIfView compared(Trial trial) {
        if (compareRules.exceeds(trial, MOST)) {
            throw new ProblemException(ProblemCode.WHAT_IF_TOO_LARGE);
        }
        Gathered gathered = new Gathered();
        compareRules.compare(trial, gathered);
        return gathered.view(trial.question(), trial.packs());
    }
}
