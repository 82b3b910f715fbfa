package feewright.api.command;

import feewright.api.clock.FirmClock;
import feewright.drools.CandidateRules;
import feewright.drools.CandidateRules.Candidate;
import feewright.drools.DroolsRulebook;
import feewright.drools.PackFault;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Rulebook;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.ComparisonScope;
import feewright.whatif.Packs;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** Judges past invoices by a directory of rules beside those in force, and prints what differs. */
record RulesCompared(ConfigurableApplicationContext context, PrintStream out) {

    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;
    private static final int FAULTY = 3;

    /** Gives the exit code of the command. */
    int by(Path rules, FirmId firm, ComparisonScope question) {
        Actor actor = Actor.scheduler(firm);
        Optional<String> missing = missing(actor, question);
        if (missing.isPresent()) {
            out.println(missing.get());
            return UNREADABLE;
        }
        DroolsRulebook rulebook = context.getBean(DroolsRulebook.class);
        return switch (new CandidateRules(rulebook, rules).read()) {
            case Candidate.Sound(Rulebook candidate) -> {
                Packs packs = new Packs(rulebook.present(), candidate);
                out.println("in force  " + packs.inForce().pack());
                out.println("candidate " + packs.candidate().pack());
                WhatIfReport report = new WhatIfReport(out);
                Trial trial = new Trial(actor, question, packs, now(actor));
                context.getBean(CompareRules.class).compare(trial, report);
                report.end();
                yield report.isUnchanged() ? 0 : DIFFERS;
            }
            case Candidate.Faulty(List<PackFault> faults) -> {
                faults.forEach(fault -> out.println(fault.toString()));
                out.println("%d faults: nothing was compared".formatted(faults.size()));
                yield FAULTY;
            }
            case Candidate.None _ -> throw new IllegalStateException("the command names a directory");
        };
    }

    private Instant now(Actor actor) {
        return new FirmClock(
                        context.getBean(Clock.class), context.getBean(Transactions.class), context.getBean(Firms.class))
                .now(actor);
    }

    /** What the arguments name and nobody has. */
    private Optional<String> missing(Actor actor, ComparisonScope question) {
        return context.getBean(Transactions.class).reading(actor, () -> {
            EngagementId engagement = question.engagement();
            if (context.getBean(Firms.class).find(actor.firm()).isEmpty()) {
                return Optional.of("no such firm");
            }
            return engagement == null
                            || context.getBean(Engagements.class)
                                    .find(actor.firm(), engagement)
                                    .isPresent()
                    ? Optional.empty()
                    : Optional.of("no such engagement");
        });
    }
}
