package feewright.drools;

import feewright.drools.PackLoader.Loading;
import feewright.rule.Rulebook;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory of rules that are tried beside those in force and never come into force from here. Its files are read at each call; a
 * pack whose files are the same as at the last one is not compiled again. For any number of threads.
 */
public final class CandidateRules {

    private final DroolsRulebook rulebook;
    private final @Nullable Path directory;
    private Loading.@Nullable Sound last;

    /** Null where no directory is named: then there is no candidate. */
    public CandidateRules(DroolsRulebook rulebook, @Nullable Path directory) {
        this.rulebook = rulebook;
        this.directory = directory;
    }

    /** What is in the directory now. */
    public sealed interface Candidate {

        /** It would load. The rulebook stays this very pack, whatever happens to the files. */
        record Sound(Rulebook rules) implements Candidate {}

        /** It would not load, for these reasons. */
        record Faulty(List<PackFault> faults) implements Candidate {}

        /** No directory is named. */
        record None() implements Candidate {}
    }

    /** Reads the files, and tries them as loading a pack does: compiled, checked, scenarios green. */
    public synchronized Candidate read() {
        if (directory == null) {
            return new Candidate.None();
        }
        AuthorDirectory.Read own = AuthorDirectory.read(directory);
        if (!own.faults().isEmpty()) {
            return new Candidate.Faulty(own.faults());
        }
        PackFiles content = CorePack.read().with(own.files());
        Loading.Sound known = last == null ? rulebook.loaded() : last;
        if (known.pack().hash().equals(content.hash())) {
            return new Candidate.Sound(known.pack());
        }
        return switch (PackLoader.load(content, known.pack().bases())) {
            case Loading.Sound sound -> {
                last = sound;
                yield new Candidate.Sound(sound.pack());
            }
            case Loading.Faulty(List<PackFault> faults) -> new Candidate.Faulty(faults);
        };
    }
}
