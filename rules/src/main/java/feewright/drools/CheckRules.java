package feewright.drools;

import feewright.drools.PackLoader.Loading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The command that checks a directory of rules, just as loading it would, and puts nothing in force. */
public final class CheckRules {

    private CheckRules() {}

    /** Prints faults with file, line and what to do, or what the pack holds. Gives the exit code: 0 if it would load, else 1. */
    public static int check(Path directory, Appendable out) {
        try {
            return switch (DroolsRulebook.load(directory, RuleBases.NONE)) {
                case Loading.Sound(LoadedPack pack, PackDescription found) -> {
                    for (PackFault warning : found.warnings()) {
                        out.append("warning: ").append(warning.toString()).append('\n');
                    }
                    out.append("%d rules (%d core, %d own), %d scenarios passed%npack %s%n"
                            .formatted(
                                    found.rules().size(),
                                    found.count(RuleLayer.CORE),
                                    found.count(RuleLayer.AUTHOR),
                                    found.scenarios(),
                                    pack.hash()));
                    yield 0;
                }
                case Loading.Faulty(List<PackFault> faults) -> {
                    for (PackFault fault : faults) {
                        out.append(fault.toString()).append('\n');
                    }
                    out.append("%d faults: this pack would not load%n".formatted(faults.size()));
                    yield 1;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
