package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.command.WhatIfArguments;
import feewright.api.command.WhatIfReport;
import feewright.drools.CandidateRules;
import feewright.drools.CandidateRules.Candidate;
import feewright.drools.DroolsRulebook;
import feewright.drools.PackFault;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Actor;
import feewright.firm.Firms;
import feewright.firm.Transactions;
import feewright.rule.Rulebook;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.Packs;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** The command that judges past invoices by a directory of rules beside those in force, and writes nothing (requirement X4). */
public final class WhatIf {

    /** The command's name. */
    public static final String NAME = "what-if";

    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;
    private static final int FAULTY = 3;

    private WhatIf() {}

    /** Compares, and gives the exit code: 0 if nothing differs, 1 if something does, 2 if the arguments are wrong, 3 if the rules are. */
    public static int run(String[] arguments, PrintStream out) {
        Optional<WhatIfArguments> read =
                WhatIfArguments.read(Arrays.asList(arguments).subList(1, arguments.length));
        if (read.isEmpty()) {
            out.println(WhatIfArguments.USAGE);
            return UNREADABLE;
        }
        try (ConfigurableApplicationContext context = engine(read.get().settings())) {
            return compared(context, read.get(), out);
        }
    }

    private static int compared(ConfigurableApplicationContext context, WhatIfArguments asked, PrintStream out) {
        Actor actor = Actor.scheduler(asked.firm());
        Optional<String> missing = missing(context, actor, asked);
        if (missing.isPresent()) {
            out.println(missing.get());
            return UNREADABLE;
        }
        DroolsRulebook rulebook = context.getBean(DroolsRulebook.class);
        return switch (new CandidateRules(rulebook, asked.rules()).read()) {
            case Candidate.Sound(Rulebook candidate) -> {
                Packs packs = new Packs(rulebook.present(), candidate);
                out.println("in force  " + packs.inForce().pack());
                out.println("candidate " + packs.candidate().pack());
                WhatIfReport report = new WhatIfReport(out);
                Trial trial = new Trial(actor, asked.question(), packs, now(context, actor));
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

    private static Instant now(ConfigurableApplicationContext context, Actor actor) {
        return new FirmClock(
                        context.getBean(Clock.class), context.getBean(Transactions.class), context.getBean(Firms.class))
                .now(actor);
    }

    /** What the arguments name and nobody has. */
    private static Optional<String> missing(
            ConfigurableApplicationContext context, Actor actor, WhatIfArguments asked) {
        return context.getBean(Transactions.class).reading(actor, () -> {
            EngagementId engagement = asked.question().engagement();
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

    /** The last of two settings of one name holds: the command never migrates. */
    private static ConfigurableApplicationContext engine(List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.removeIf(setting -> setting.startsWith("--feewright.database.migrate="));
        all.add("--feewright.database.migrate=false");
        return new SpringApplicationBuilder(StorageConfiguration.class, EngineConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=" + LogLevel.WARN.name())
                .run(all.toArray(String[]::new));
    }
}
