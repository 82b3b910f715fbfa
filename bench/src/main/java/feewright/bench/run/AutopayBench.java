package feewright.bench.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures what it costs a billing run that every client pays by itself: while nobody collects, and while an instance does. */
final class AutopayBench {

    private static final int WARM_UP = 6_000;
    private static final int ROUNDS = 4;

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

    /** Each run has as many engagements as the property {@code bench.invoices} says, each of a client of its own. */
    public static void main(String[] arguments) {
        int invoices = Integer.getInteger("bench.invoices", 10_000) / 2;
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
        Way[] ways = Way.values();
        long[] nanos = new long[ways.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < ways.length; turn++) {
                Way way = ways[(round + turn) % ways.length];
                nanos[way.ordinal()] += run(way, invoices);
            }
        }
        for (Way way : ways) {
            RunReport.print(way.title, (long) ROUNDS * invoices, nanos[way.ordinal()]);
        }
        for (Way way : Arrays.copyOfRange(ways, 1, ways.length)) {
            RunReport.ratio("time, %s / off".formatted(way.title), nanos[way.ordinal()], nanos[Way.OFF.ordinal()]);
        }
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
