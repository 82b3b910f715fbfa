package feewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show: sizes, package descriptions, marks of unfinished work. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONG_FILE = 150;

    /** Longer main files, each with its reason. */
    private static final Map<String, String> LONG_WITH_REASON = Map.ofEntries(
            Map.entry(
                    "HourlyUse.java",
                    "what each kind of use means, and how it grows, shrinks and is rebuilt, is one thing read side by"
                            + " side"),
            Map.entry("Ledger.java", "the port, and the kinds of entries that it keeps, which are read in one list"),
            Map.entry("InvoiceAccount.java", "all that is derived of a receivable stands side by side"),
            Map.entry(
                    "IssuanceRows.java",
                    "one round trip writes eight tables: its SQL and its parameters are read side by side"),
            Map.entry("JdbcTimeEntries.java", "one statement for each step of an entry, each beside its parameters"),
            Map.entry(
                    "JdbcBillingPositions.java",
                    "the same columns are read with and without a lock, and SQL is never put together"),
            Map.entry("JdbcBillingRuns.java", "one statement for each step of a run, each beside its parameters"),
            Map.entry("JdbcLedgerSums.java", "one statement for each report, each beside its parameters"),
            Map.entry(
                    "JdbcPastInvoices.java",
                    "one statement for each thing that an invoice was made from, each beside its parameters"),
            Map.entry("JdbcLedger.java", "one statement for each step of the journal, each beside its parameters"),
            Map.entry(
                    "InvoiceAccountRows.java",
                    "one statement for each kind of settlement, so that each can use its index"),
            Map.entry("JdbcAttempts.java", "one statement for each step of an attempt, each beside its parameters"),
            Map.entry(
                    "JdbcProcessorEvents.java", "one statement for each step of an event, each beside its parameters"),
            Map.entry("JournalEntryRow.java", "every kind of entry is written and read side by side"),
            Map.entry("JournalEntryView.java", "every kind of entry is shown here, side by side"),
            Map.entry(
                    "EntryChecks.java", "each check is one query, and the list of what may move is read in one piece"),
            Map.entry("JdbcDisputes.java", "one statement for each step of a dispute, each beside its parameters"),
            Map.entry(
                    "JdbcPurges.java",
                    "what is counted and what is blanked are the same conditions, and SQL is never put together"),
            Map.entry("AccessTable.java", "it is the list of all endpoints, and a list is read in one piece"),
            Map.entry("AttemptEventRow.java", "every kind of report is written and read side by side"),
            Map.entry("JdbcPaymentMethods.java", "one statement for each step of a method, each beside its parameters"),
            Map.entry("CoreCatalogue.java", "it is the list of the core rules, and a list is read in one piece"),
            Map.entry("JdbcCredits.java", "one statement for each step of a grant, each beside its parameters"),
            Map.entry(
                    "JdbcCreditNotes.java", "one statement for each step of a credit note, each beside its parameters"),
            Map.entry(
                    "JdbcEngagements.java", "one statement for each step of an agreement, each beside its parameters"),
            Map.entry("JdbcDeliveries.java", "one statement for each step of a delivery, each beside its parameters"),
            Map.entry(
                    "JdbcWebhookEndpoints.java",
                    "one statement for each step of an endpoint, each beside its parameters"),
            Map.entry("JdbcPorts.java", "it is the list of all ports, and a list is read in one piece"),
            Map.entry("Parameters.java", "the kinds of one parameter and of a column of them are read side by side"),
            Map.entry("LineRow.java", "every kind of line is written and read side by side"),
            Map.entry("Vocabulary.java", "a third of it are the imports of the facts that it names"),
            Map.entry(
                    "ProposedLine.java",
                    "every kind of line stands beside the others, with what its amount follows from"),
            Map.entry(
                    "GrantCredit.java",
                    "a quarter of it are imports; granting and agreeing are the two halves of one act"),
            Map.entry(
                    "TakeDueCollections.java",
                    "a quarter of it are imports; the steps of one round are read in their order"),
            Map.entry("Bookkeeping.java", "a posting is entered, audited and told in one place, with all that it says"),
            Map.entry("JdbcInvoices.java", "one statement for each step of an invoice, each beside its parameters"));

    @Test
    void a_main_file_over_150_lines_has_a_reason() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : mainSources()) {
            long lines = Files.readAllLines(file).size();
            String name = file.getFileName().toString();
            if (lines > LONG_FILE && !LONG_WITH_REASON.containsKey(name)) {
                tooLong.put(name, lines);
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_says_what_it_owns() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : mainSources()) {
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description) || !Files.readString(description).contains("/**")) {
                silent.add(ROOT.relativize(file.resolveSibling("")));
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        List<String> marks = new ArrayList<>();
        for (Path file : sources("")) {
            String text = Files.readString(file);
            if (Stream.of("TO" + "DO", "FIX" + "ME", "@Dis" + "abled").anyMatch(text::contains)) {
                marks.add(ROOT.relativize(file).toString());
            }
        }

        assertThat(marks).isEmpty();
    }

    @Test
    void there_are_sources_to_look_at() throws IOException {
        assertThat(mainSources()).hasSizeGreaterThan(100);
    }

    private static List<Path> mainSources() throws IOException {
        return sources("/src/main/java/");
    }

    private static List<Path> sources(String part) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("engine", "rules", "db", "stripe", "api", "bench")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().contains(part))
                        .filter(file -> file.toString().matches(".*\\.(java|drl|sql)"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
