package feewright.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Measures preview and issue over HTTP against plain JDBC, the rules by themselves, and what a long history costs. */
final class Bench {

    private static final String HISTORY =
            "after %d periods and %,d entries".formatted(History.PERIODS, History.ENTRIES);

    private final Installation installation;
    private final Books books;
    private final Requests requests;
    private final Floor floor;
    private final Report report = new Report(System.out);

    private Bench(Installation installation, Books books, Requests requests) {
        this.installation = installation;
        this.books = books;
        this.requests = requests;
        this.floor = new Floor(installation.pool());
    }

    /** Takes the number of previews, of issues, and of issues after a history; the last makes that history so many months longer. */
    public static void main(String[] arguments) {
        List<Integer> rounds = arguments.length == 3
                ? List.of(arguments).stream().map(Integer::valueOf).toList()
                : List.of(6_000, 1_200, 240);
        Rehearsal rehearsal = Rehearsal.register();
        try (Installation installation = Installation.start()) {
            Books books = Books.open(installation.measured());
            String token = installation.tokens().of(books.admin());
            try (Wire measured = new Wire(Installation.port(installation.measured()), token);
                    Wire rehearsing = new Wire(Installation.port(installation.rehearsing()), token)) {
                new Bench(installation, books, new Requests(measured, rehearsing, rehearsal)).run(rounds);
            }
        }
    }

    private void run(List<Integer> rounds) {
        machine();
        History history = History.lived(books, 2 * rounds.getLast());
        Books.Case typical = books.typical();
        installation.analyze();
        preview(typical, history, rounds.getFirst());
        issue(rounds.get(1));
        issueAfter(history, rounds.getLast());
        machine();
    }

    private void preview(Books.Case typical, History history, int rounds) {
        // An application looks a firm up once: the first request of a firm is not typical.
        requests.rehearsedPreview(typical);
        List<Step> steps = requests.rehearsedPreview(typical);
        Question question = Question.of(installation.measured(), books.admin(), typical);
        Measure jdbc = new Measure("plain JDBC", () -> floor.repeat(steps));
        Measure http = new Measure("HTTP", () -> requests.preview(typical));
        Measure late = new Measure("HTTP, " + HISTORY, () -> requests.preview(history.engagement()));
        Measure rules = new Measure("the rules alone", question::ask);
        Measure nothing = new Measure("HTTP of an open endpoint that does nothing", requests::health);
        List<Measure> measures = List.of(jdbc, http, late, rules, nothing);
        Turns.take(rounds, measures);
        report.title("PREVIEW");
        report.note(floor.traffic(steps).toString());
        report.rows(measures);
        report.ratio("HTTP / plain JDBC (aim: 2.5, 4)", http, jdbc);
        report.ratio("HTTP after history / without (aim: 1.15)", late, http);
        report.ratio("the rules / HTTP", rules, http);
    }

    /** Each is rehearsed right before it is done, for its steps where plain JDBC repeats them, and else for equal conditions. */
    private void issue(int rounds) {
        Measure jdbc = new Measure("plain JDBC", () -> floor.repeat(requests.rehearsedIssue(books.typical())));
        Measure http = new Measure("HTTP", () -> issued(books.typical()));
        List<Measure> measures = List.of(jdbc, http);
        Turns.take(rounds, measures);
        report.title("ISSUE");
        report.note(floor.traffic(requests.rehearsedIssue(books.typical())).toString());
        report.rows(measures);
        report.ratio("HTTP / plain JDBC (aim: 2)", http, jdbc);
    }

    private void issueAfter(History history, int rounds) {
        Measure first = new Measure("HTTP, nothing billed before", () -> issued(books.typical()));
        Measure late = new Measure("HTTP, " + HISTORY, () -> {
            long nanos = issued(history.engagement());
            history.goOn();
            return nanos;
        });
        List<Measure> measures = List.of(first, late);
        Turns.take(rounds, measures);
        report.title("ISSUE, BY HISTORY");
        report.rows(measures);
        report.ratio("after history / without (aim: 1.15)", late, first);
    }

    private long issued(Books.Case of) {
        requests.rehearsedIssue(of);
        return requests.issue(of);
    }

    private void machine() {
        report.note("%n%d processors, load %.1f, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version()));
    }
}
