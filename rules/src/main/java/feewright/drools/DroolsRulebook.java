package feewright.drools;

import feewright.drools.PackLoader.Loading;
import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule pack in force, judged by Drools: the core pack and, if a directory is configured, the firm's own rules beside it. One
 * reference is swapped at a reload, so a verdict and the hash in it are of one pack. For any number of threads.
 */
public final class DroolsRulebook implements Rulebook {

    private final @Nullable Path authors;
    private volatile Loading.Sound inForce;

    DroolsRulebook(@Nullable Path authors, Loading.Sound first) {
        this.authors = authors;
        this.inForce = first;
    }

    /**
     * Loads the first pack. There is no older one to fall back on, and falling back on the core pack alone would drop the authors'
     * vetoes in silence: so a faulty pack fails the start, with its faults in the message.
     */
    public static DroolsRulebook open(@Nullable Path authors) {
        return switch (authors == null ? Core.LOADED : load(authors, RuleBases.NONE)) {
            case Loading.Sound sound -> new DroolsRulebook(authors, sound);
            case Loading.Faulty(List<PackFault> faults) ->
                throw new IllegalStateException(faults.stream()
                        .map(PackFault::toString)
                        .collect(Collectors.joining("\n", "the rules do not load:\n", "")));
        };
    }

    /** The core pack is part of the program and immutable, so that all applications of a process, as in tests, can have the same. */
    static final class Core {

        static final Loading LOADED = load(null, RuleBases.NONE);

        private Core() {}
    }

    /** What came of a reload. */
    public sealed interface Reload {

        /** In force now; {@code before} was until now, and may be the same. */
        record Loaded(PackDescription now, PackHash before) implements Reload {}

        /** The pack that was in force still is. */
        record Refused(List<PackFault> faults, PackHash inForce) implements Reload {}
    }

    /** Reads the authors' directory again and, if the whole pack is sound, puts it in force. */
    public synchronized Reload reload() {
        PackHash before = inForce.pack().hash();
        return switch (load(authors, inForce.pack().bases())) {
            case Loading.Sound sound -> {
                inForce = sound;
                yield new Reload.Loaded(sound.description(), before);
            }
            case Loading.Faulty(List<PackFault> faults) -> new Reload.Refused(faults, before);
        };
    }

    @Override
    public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
        return inForce.pack().judge(set, facts);
    }

    @Override
    public PackHash pack() {
        return inForce.pack().hash();
    }

    /** The pack that is in force now, and stays what it is when another comes into force. */
    public Rulebook present() {
        return inForce.pack();
    }

    Loading.Sound loaded() {
        return inForce;
    }

    /** The pack in force, for people. */
    public PackDescription description() {
        return inForce.description();
    }

    static Loading load(@Nullable Path authors, RuleBases before) {
        if (authors == null) {
            return PackLoader.load(CorePack.read(), before);
        }
        AuthorDirectory.Read own = AuthorDirectory.read(authors);
        return own.faults().isEmpty()
                ? PackLoader.load(CorePack.read().with(own.files()), before)
                : new Loading.Faulty(own.faults());
    }
}
