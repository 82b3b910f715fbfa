package feewright.time;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.time.ImportTime.RowReport;
import feewright.time.ImportTime.RowReport.Faulty;
import feewright.time.TimeEntries.TimeFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportTimeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final SignedEngagement engagement = office.signed(Offers.hourly("100.00"));
    private final ImportTime importTime = new ImportTime(
            office.ports.transactions(),
            office.logTime(),
            office.ports.timeEntries(),
            new ImportTime.Lookups(
                    office.ports.people(),
                    office.ports.clients(),
                    office.ports.engagements(),
                    office.ports.contents()));

    ImportTimeTest() {
        office.ports
                .contents()
                .write(
                        office.firm,
                        Map.of(ContentKey.of(office.staff.person(), "email"), new Content("ann@example.com")));
    }

    @Test
    void a_bad_row_never_loses_the_good_ones() {
        List<RowReport> reports = importTime.rows(
                office.admin,
                null,
                List.of(
                        row(1, "a", "ann@example.com", "Client", 60),
                        row(2, "b", "nobody@example.com", "Client", 60),
                        row(3, "c", "ann@example.com", "Nobody Ltd", 60),
                        row(4, "d", "ann@example.com", "Client", 0),
                        row(5, "e", "ann@example.com", null, 60),
                        row(6, "f", "ann@example.com", "Client", 30)),
                Office.NOW);

        assertThat(reports)
                .filteredOn(Faulty.class::isInstance)
                .containsExactly(
                        new Faulty(2, List.of("worker-unknown")),
                        new Faulty(3, List.of("client-unknown")),
                        new Faulty(4, List.of("minutes-out-of-range")),
                        new Faulty(5, List.of("client-missing")));
        assertThat(logged()).hasSize(2);
    }

    @Test
    void importing_the_same_rows_again_adds_nothing() {
        List<ImportedRow> rows =
                List.of(row(1, "a", "ann@example.com", "Client", 60), row(2, "b", "ann@example.com", "Client", 60));
        importTime.rows(office.admin, null, rows, Office.NOW);

        List<RowReport> again = importTime.rows(office.admin, null, rows, Office.NOW);

        assertThat(again).containsExactly(new RowReport.ImportedBefore(1), new RowReport.ImportedBefore(2));
        assertThat(logged()).hasSize(2);
    }

    @Test
    void a_client_with_two_engagements_on_the_day_needs_to_be_told_which() {
        SignedEngagement second = office.signed(Offers.hourly("200.00"));
        List<ImportedRow> rows = List.of(row(1, "a", "ann@example.com", "Client", 60));

        assertThat(importTime.rows(office.admin, null, rows, Office.NOW))
                .containsExactly(new Faulty(1, List.of("engagement-ambiguous")));
        assertThat(importTime.rows(office.admin, second.id(), rows, Office.NOW))
                .singleElement()
                .isInstanceOf(RowReport.Imported.class);
    }

    private List<TimeEntry> logged() {
        return office.ports
                .timeEntries()
                .page(office.firm, new TimeFilter(null, engagement.id(), null, TimeState.DRAFT, null, null), 10);
    }

    private static ImportedRow row(int number, String hash, String worker, @Nullable String client, int minutes) {
        return new ImportedRow(
                number,
                hash.repeat(64),
                new Content(worker),
                client == null ? null : new Content(client),
                null,
                new ImportedRow.Hours(DAY, minutes, true),
                new Content("Work"));
    }
}
