package feewright.bench.run;

import feewright.platform.FirmId;
import feewright.run.BillingRun;
import feewright.run.BillingRuns.OpenSlice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Measures invoices a second of billing runs, and of plain SQL on the server that writes the same rows. */
final class RunBench {

    private static final int WARM_UP = 12_000;
    private static final int FEW = 1_000;
    private static final int PAST_PERIODS = 60;

    private final Server server;
    private final List<Instance> instances;

    private RunBench(Server server, List<Instance> instances) {
        this.server = server;
        this.instances = instances;
    }

    /**
     * Over as many engagements as the property {@code bench.engagements} says (20,000 without it). With {@code bench.large} only
     * the cost of an invoice among few and among so many is measured.
     */
    public static void main(String[] arguments) {
        int engagements = Integer.getInteger("bench.engagements", 20_000);
        try (Server server = Server.start();
                Instance first = new Instance(server.database());
                Instance second = new Instance(server.database())) {
            RunBench bench = new RunBench(server, List.of(first, second));
            if (Boolean.getBoolean("bench.large")) {
                bench.measureSizes(engagements);
            } else {
                bench.measure(engagements);
            }
        }
    }

    private void measure(int engagements) {
        RunReport.machine();
        againstFloor("warm-up", WARM_UP);
        againstFloor("one instance, two workers", engagements);
        runs("one instance, one worker", engagements, new Crew(1, 1));
        runs("two instances, one worker each", engagements, new Crew(2, 1));
        runs("few engagements", FEW, new Crew(1, 2));
        past("after %d invoiced periods each".formatted(PAST_PERIODS), PAST_PERIODS);
        past("never billed before, in the same database", 0);
        RunReport.machine();
    }

    /** Only whether an invoice costs the same however many there are: as many in small firms as in the large one. */
    private void measureSizes(int engagements) {
        int firms = Math.max(1, engagements / FEW);
        RunReport.machine();
        runs("warm-up", WARM_UP, new Crew(1, 2));
        oneByOne("few engagements each, %d firms".formatted(firms), firms);
        runs("many engagements", engagements, new Crew(1, 2));
        oneByOne("few engagements each, %d more firms".formatted(firms), firms);
        RunReport.machine();
    }

    /** Who works. */
    private record Crew(int instances, int workers) {}

    private void againstFloor(String name, int engagements) {
        Portfolio portfolio = new Portfolio(server, instances.getFirst().template(0));
        portfolio.grow(engagements);
        Portfolio twin = portfolio.twin();
        server.settle();
        long run = nanos(() -> bill(portfolio.firm(), new Crew(1, 2)));
        long invoices = invoices(portfolio.firm());
        server.run("checkpoint");
        long floor = nanos(() -> new RunFloor(server, portfolio, twin).write());
        RunReport.print(name, invoices, run);
        RunReport.print("  plain SQL on the server", invoices, floor);
        RunReport.ratio("run / plain SQL (aim: 0.5)", floor, run);
    }

    private void runs(String name, int engagements, Crew crew) {
        Portfolio portfolio = new Portfolio(server, instances.getFirst().template(0));
        portfolio.grow(engagements);
        server.settle();
        RunReport.print(name, engagements, nanos(() -> bill(portfolio.firm(), crew)));
    }

    /** As many firms with few engagements, one after the other: a single one is over before the database writes anything back. */
    private void oneByOne(String name, int firms) {
        List<Portfolio> portfolios = new ArrayList<>();
        for (int firm = 0; firm < firms; firm++) {
            Portfolio portfolio = new Portfolio(server, instances.getFirst().template(0));
            portfolio.grow(FEW);
            portfolios.add(portfolio);
        }
        server.settle();
        long run = nanos(() -> portfolios.forEach(portfolio -> bill(portfolio.firm(), new Crew(1, 2))));
        RunReport.print(name, (long) firms * FEW, run);
    }

    private void past(String name, int periods) {
        Portfolio portfolio = new Portfolio(server, instances.getFirst().template(periods));
        portfolio.grow(FEW);
        if (periods > 0) {
            LocalDate before = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
            work(instances.getFirst().start(portfolio.firm(), before), new Crew(1, 2));
        }
        server.settle();
        RunReport.print(name, FEW, nanos(() -> bill(portfolio.firm(), new Crew(1, 2))));
    }

    private long invoices(FirmId firm) {
        return server.count("select count(*) from invoice where firm_id = '%s'".formatted(firm));
    }

    private void bill(FirmId firm, Crew crew) {
        work(instances.getFirst().start(firm), crew);
    }

    private void work(BillingRun run, Crew crew) {
        Queue<OpenSlice> slices = instances.getFirst().slices(run);
        List<Thread> threads = new ArrayList<>();
        for (Instance instance : instances.subList(0, crew.instances())) {
            threads.addAll(instance.work(run, slices, crew.workers()));
        }
        threads.forEach(Instance::join);
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
