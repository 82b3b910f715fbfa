package feewright.api.rule;

import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import feewright.jdbc.rule.InstanceRules;
import feewright.rule.PackHash;
import feewright.rule.Rulebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says again and again which pack this instance has, and knows what the others said: each reads a directory of its own, so they may
 * differ, and nobody should have to guess.
 */
public final class RulesOfInstances implements SmartLifecycle, Looping {

    private static final Logger LOG = LoggerFactory.getLogger(RulesOfInstances.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final UUID self = UUID.randomUUID();
    private final InstanceRules kept;
    private final Rulebook rulebook;
    private final Clock clock;
    private final Loop loop = new Loop("rules-watch", REST, this::look);
    private volatile @Nullable Loaded loaded;

    private record Loaded(PackHash pack, Instant at) {}

    public RulesOfInstances(InstanceRules kept, Rulebook rulebook, Clock clock) {
        this.kept = kept;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    private void look() {
        say();
        long differing = running().stream()
                .filter(seen -> !seen.pack().equals(rulebook.pack()))
                .count();
        if (differing > 0) {
            LOG.warn("{} other instances have another rule pack than this one: reload each of them", differing);
        }
    }

    /** At once after a reload, so that whoever asks next is told of it. */
    void say() {
        PackHash now = rulebook.pack();
        Loaded before = loaded;
        Loaded current = before != null && before.pack().equals(now) ? before : new Loaded(now, clock.instant());
        loaded = current;
        kept.say(self, now, current.at());
    }

    /** Loaded again, whether or not it is another pack. */
    void sayLoaded() {
        loaded = null;
        say();
    }

    List<InstanceRules.Seen> running() {
        return kept.running();
    }

    boolean isThisOne(InstanceRules.Seen seen) {
        return seen.instance().equals(self);
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void start() {
        loop.begin(true);
    }

    @Override
    public void stop() {
        loop.end();
        try {
            kept.forget(self);
        } catch (RuntimeException away) {
            LOG.debug("forgotten by itself, after half a minute");
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isGoing();
    }
}
