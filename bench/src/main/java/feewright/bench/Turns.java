package feewright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes samples of several things in turn, each round beginning with another of them, so that noise falls on all alike. */
final class Turns {

    /** Does the thing once. Gives its duration in nanoseconds, without what it took to prepare it. */
    interface Sampler {
        long nanos();
    }

    private final Map<String, Sampler> samplers = new LinkedHashMap<>();

    Turns with(String name, Sampler sampler) {
        samplers.put(name, sampler);
        return this;
    }

    /** The samples of {@code rounds}, after a third as many that warm up and are thrown away. */
    Map<String, Samples> take(int rounds) {
        run(rounds / 3);
        return run(rounds);
    }

    private Map<String, Samples> run(int rounds) {
        Map<String, Samples> samples = new LinkedHashMap<>();
        List<String> turn = new ArrayList<>(samplers.keySet());
        turn.forEach(name -> samples.put(name, new Samples()));
        for (int round = 0; round < rounds; round++) {
            for (String name : turn) {
                samples.get(name).add(samplers.get(name).nanos());
            }
            Collections.rotate(turn, 1);
        }
        return samples;
    }
}
