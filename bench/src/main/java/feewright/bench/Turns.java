package feewright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes samples of several things in turn, each round beginning with another of them, so that noise falls on all alike. */
final class Turns {

    private Turns() {}

    /** Takes so many samples of each, after a third as many that warm up and are thrown away. */
    static void take(int rounds, List<Measure> measures) {
        run(rounds / 3, measures);
        measures.forEach(measure -> measure.samples().clear());
        run(rounds, measures);
    }

    private static void run(int rounds, List<Measure> measures) {
        List<Measure> turn = new ArrayList<>(measures);
        for (int round = 0; round < rounds; round++) {
            turn.forEach(Measure::once);
            Collections.rotate(turn, 1);
        }
    }
}
