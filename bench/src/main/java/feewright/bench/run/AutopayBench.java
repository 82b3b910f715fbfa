package feewright.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures what it costs a billing run that every client pays by itself: while nobody collects, and while an instance does. */
final class AutopayBench {

    private static final int WARM_UP = 12_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 1);

    private final Server server;
    private final Instance instance;
    private final Deployed deployed;

    private AutopayBench(Server server, Instance instance, Deployed deployed) {
        this.server = server;
        this.instance = instance;
        this.deployed = deployed;
    }

    /** How a run goes. */
    private enum Way {
        OFF("autopay off"),
        ON("autopay on for every client"),
        COLLECTING("the same, and collected meanwhile");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    /** Each run has as many engagements as the property {@code bench.invoices} says, each of a client of its own; {@code bench.rounds} rounds. */
    public static void main(String[] arguments) {
        int invoices = Integer.getInteger("bench.invoices", 10_000);
        Deployed.Calls calls = new Deployed.Calls(Integer.getInteger("bench.workers", 8), Duration.ofMillis(50));
        try (Server server = Server.start();
                Instance instance = new Instance(server.database());
                Deployed deployed = Deployed.on(server.database(), calls)) {
            RunReport.machine();
            AutopayBench bench = new AutopayBench(server, instance, deployed);
            bench.run(Way.OFF, WARM_UP);
            bench.run(Way.ON, WARM_UP);
            bench.measure(invoices);
            RunReport.machine();
        }
    }

    /** In turns, each round beginning with another way, so that a growing database and a busy host fall on all alike. */
    private void measure(int invoices) {
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        Map<Way, Long> nanos = new EnumMap<>(Way.class);
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach(way -> nanos.merge(way, run(way, invoices), Long::sum));
            Collections.rotate(ways, 1);
        }
        nanos.forEach((way, took) -> RunReport.print(way.title, (long) ROUNDS * invoices, took));
        long off = Objects.requireNonNull(nanos.get(Way.OFF));
        nanos.forEach((way, took) -> RunReport.ratio("time, %s / off".formatted(way.title), took, off));
    }

    private long run(Way way, int invoices) {
        Portfolio portfolio = new Portfolio(server, instance.template(0));
        portfolio.grow(invoices);
        Payers payers = new Payers(server, portfolio.firm());
        payers.giveEachAClient();
        if (way != Way.OFF) {
            payers.switchAutopayOn();
        }
        server.settle();
        @Nullable
        Meanwhile meanwhile = way == Way.COLLECTING ? Meanwhile.start(() -> deployed.collect(portfolio.firm())) : null;
        long start = System.nanoTime();
        instance.bill(portfolio.firm(), 2);
        long nanos = System.nanoTime() - start;
        if (meanwhile != null) {
            meanwhile.stop();
        }
        RunReport.print("  " + way.title, invoices, nanos);
        return nanos;
    }

    /** Does something again and again until it is stopped. */
    private static final class Meanwhile {

        private final Thread thread;
        private volatile boolean stopped;

        private Meanwhile(Runnable again) {
            thread = Thread.ofPlatform().unstarted(() -> {
                while (!stopped) {
                    again.run();
                    pause();
                }
            });
        }

        static Meanwhile start(Runnable again) {
            Meanwhile meanwhile = new Meanwhile(again);
            meanwhile.thread.start();
            return meanwhile;
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() {
            stopped = true;
            Instance.join(thread);
        }
    }
}
