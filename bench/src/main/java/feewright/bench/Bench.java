package feewright.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/** Measures preview and issue over HTTP against plain JDBC, the rules by themselves, and what a long history costs. */
final class Bench {

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
        Map<String, Samples> samples = new Turns()
                .with("plain JDBC", () -> floor.repeat(steps))
                .with("HTTP", () -> requests.preview(typical))
                .with("HTTP, after 120 periods and 10,000 entries", () -> requests.preview(history.engagement()))
                .with("the rules alone", question::ask)
                .with("HTTP of an open endpoint that does nothing", requests::health)
                .take(rounds);
        report.title("PREVIEW");
        report.note(floor.traffic(steps).toString());
        report.rows(samples);
        Samples http = samples.get("HTTP");
        report.ratio("HTTP / plain JDBC (aim: 2.5, 4)", http, samples.get("plain JDBC"));
        report.ratio("after history / without (aim: 1.15)", samples.get("HTTP, after 120 periods and 10,000 entries"), http);
        report.ratio("rules / HTTP", samples.get("the rules alone"), http);
    }

    /** Each is rehearsed right before it is done, for its steps where plain JDBC repeats them, and else for equal conditions. */
    private void issue(int rounds) {
        Map<String, Samples> samples = new Turns()
                .with("plain JDBC", () -> floor.repeat(requests.rehearsedIssue(books.typical())))
                .with("HTTP", () -> issued(books.typical()))
                .take(rounds);
        report.title("ISSUE");
        report.note(floor.traffic(requests.rehearsedIssue(books.typical())).toString());
        report.rows(samples);
        report.ratio("HTTP / plain JDBC (aim: 2)", samples.get("HTTP"), samples.get("plain JDBC"));
    }

    private void issueAfter(History history, int rounds) {
        Map<String, Samples> samples = new Turns()
                .with("nothing billed before", () -> issued(books.typical()))
                .with("after 120 periods and 10,000 entries", () -> {
                    long nanos = issued(history.engagement());
                    history.goOn();
                    return nanos;
                })
                .take(rounds);
        report.title("ISSUE, BY HISTORY");
        report.rows(samples);
        report.ratio(
                "after history / without (aim: 1.15)",
                samples.get("after 120 periods and 10,000 entries"),
                samples.get("nothing billed before"));
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
