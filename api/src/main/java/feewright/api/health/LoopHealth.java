package feewright.api.health;

import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The threads that work for ever: when each last went round. One whose thread is gone should not be: the instance has to be started
 * again. One that is long at its turn is shown, and is nobody's failure: a round through many firms takes its time.
 */
record LoopHealth(List<Looping> all) implements HealthIndicator {

    LoopHealth {
        all = List.copyOf(all);
    }

    @Override
    public Health health() {
        List<Loop.Standing> atWork = all.stream()
                .map(Looping::loop)
                .filter(Loop::isAtWork)
                .map(Loop::standing)
                .toList();
        Map<String, Object> details = new LinkedHashMap<>();
        atWork.forEach(loop -> details.put(loop.name(), told(loop)));
        boolean allLive = atWork.stream().allMatch(Loop.Standing::alive);
        return (allLive ? Health.up() : Health.down()).withDetails(details).build();
    }

    private static Map<String, Object> told(Loop.Standing loop) {
        return Map.of(
                "alive", loop.alive(),
                "seconds_since_last_round", loop.sinceTurn().toSeconds(),
                "rests_for", loop.rest().toString());
    }
}
