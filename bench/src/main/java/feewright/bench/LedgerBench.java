package feewright.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Measures what the settlement of an invoice, a client's credit and the statement of a month cost, by the transfers behind them. */
final class LedgerBench {

    private static final int FEW = 10;

    private LedgerBench() {}

    /** A client, and the connection of an admin of its firm. */
    private record Desk(Account account, Wire wire, String name) implements AutoCloseable {

        static Desk open(Installation installation, int transfers) {
            Books books = Books.open(installation.measured());
            Account account = Account.lived(installation.measured(), books, transfers);
            Wire wire = new Wire(
                    Installation.port(installation.measured()),
                    installation.tokens().of(books.admin()));
            return new Desk(account, wire, "%,d transfers".formatted(transfers));
        }

        Measure measure(String path) {
            return new Measure(name, () -> wire.send("GET", path, "none"));
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    /** Takes the number of samples, and how many transfers are many. */
    public static void main(String[] arguments) {
        int rounds = arguments.length == 2 ? Integer.parseInt(arguments[0]) : 2_000;
        int many = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 10_000;
        Rehearsal.register();
        try (Installation installation = Installation.start();
                Desk young = Desk.open(installation, FEW);
                Desk old = Desk.open(installation, many)) {
            installation.analyze();
            Report report = new Report(System.out);
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            String days = "/statement?from=%s&until=%s".formatted(today.minusMonths(1), today.plusDays(1));
            for (Asked asked : List.of(
                    new Asked(
                            "SETTLEMENT OF AN INVOICE",
                            of -> "/v1/invoices/" + of.invoice().id()),
                    new Asked("CREDIT OF A CLIENT", of -> "/v1/clients/" + of.client() + "/credits"),
                    new Asked("STATEMENT OF A MONTH", of -> "/v1/clients/" + of.client() + days))) {
                asked.measure(report, rounds, young, old);
            }
        }
    }

    private record Asked(String title, Function<Account, String> path) {

        void measure(Report report, int rounds, Desk young, Desk old) {
            Measure few = young.measure(path.apply(young.account()));
            Measure much = old.measure(path.apply(old.account()));
            List<Measure> measures = new ArrayList<>(List.of(few, much));
            Turns.take(rounds, measures);
            report.title(title);
            report.rows(measures);
            report.ratio("many transfers / few (aim: 1.5)", much, few);
        }
    }
}
