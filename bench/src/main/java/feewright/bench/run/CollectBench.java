package feewright.bench.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Measures invoices collected a second against what the workers allow, with a processor that takes 50 milliseconds to answer. */
final class CollectBench {

    private static final int WARM_UP = 3_000;
    private static final Duration ANSWER = Duration.ofMillis(50);

    private CollectBench() {}

    /** Over as many invoices as the property {@code bench.invoices} says, with as many workers as {@code bench.workers}. */
    public static void main(String[] arguments) {
        int invoices = Integer.getInteger("bench.invoices", 10_000);
        Deployed.Calls calls = new Deployed.Calls(Integer.getInteger("bench.workers", 8), ANSWER);
        try (Server server = Server.start();
                Instance instance = new Instance(server.database());
                Deployed deployed = Deployed.on(server.database(), calls)) {
            RunReport.machine();
            Collecting bench = new Collecting(server, instance, deployed);
            bench.collected("warm-up", WARM_UP);
            long nanos = bench.collected("collected by %d workers".formatted(calls.workers()), invoices);
            RunReport.print("  what they allow", calls.mostPerSecond(), TimeUnit.SECONDS.toNanos(1));
            RunReport.ratio(
                    "collected / allowed (aim: 0.8)",
                    invoices * TimeUnit.SECONDS.toNanos(1),
                    calls.mostPerSecond() * nanos);
            RunReport.machine();
        }
    }

    private record Collecting(Server server, Instance instance, Deployed deployed) {

        long collected(String name, int invoices) {
            Portfolio portfolio = new Portfolio(server, instance.template(0));
            portfolio.grow(invoices);
            Payers payers = new Payers(server, portfolio.firm());
            payers.giveEachAClient();
            payers.switchAutopayOn();
            server.settle();
            instance.bill(portfolio.firm(), 2);
            server.settle();
            long start = System.nanoTime();
            while (payers.collected() < invoices) {
                deployed.collect(portfolio.firm());
            }
            long nanos = System.nanoTime() - start;
            payers.requireEachPaidOnce(invoices);
            RunReport.print(name, invoices, nanos);
            return nanos;
        }
    }
}
