package feewright.time;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.time.ImportTime.RowReport;
import feewright.time.ImportTime.RowReport.Faulty;
import feewright.time.TimeEntries.TimeFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportTimeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final SignedEngagement engagement = office.signed(Offers.hourly("100.00"));
    private final ImportTime importTime = office.engine.importTime();

    ImportTimeTest() {
        office.ports
                .customerTexts()
                .write(
                        office.firm,
                        Map.of(
                                CustomerTextKey.of(office.staff.person(), "email"),
                                new CustomerText("ann@example.com")));
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
    void rows_of_one_file_fill_a_day_together_H1() {
        List<RowReport> reports = importTime.rows(
                office.admin,
                null,
                List.of(
                        row(1, "a", "ann@example.com", "Client", 1000),
                        row(2, "b", "ann@example.com", "Client", 500),
                        row(3, "c", "ann@example.com", "Client", 440),
                        row(4, "a", "ann@example.com", "Client", 10)),
                Office.NOW);

        assertThat(reports).element(1).isEqualTo(new Faulty(2, List.of("more-than-24-hours-a-day")));
        assertThat(reports).element(2).isInstanceOf(RowReport.Imported.class);
        assertThat(reports).element(3).isEqualTo(new RowReport.ImportedBefore(4));
    }

    @Test
    void each_row_keeps_its_own_description_and_project() {
        Project audit =
                new Project(office.firm, new ProjectId(office.ports.ids().next()), office.client);
        office.ports.transactions().in(office.admin, () -> {
            office.ports.clients().add(audit);
            office.ports
                    .customerTexts()
                    .write(office.firm, Map.of(CustomerTextKey.of(audit.id(), "name"), new CustomerText("Audit")));
            return null;
        });
        List<ImportedRow> rows = List.of(of("AUDIT", "Sampling", "a"), of("Unknown", "Letter", "b"));

        List<RowReport> reports = importTime.rows(office.admin, null, rows, Office.NOW);

        assertThat(reports).extracting(this::project).containsExactly(Optional.of(audit.id()), Optional.empty());
        assertThat(reports).extracting(this::description).containsExactly("Sampling", "Letter");
    }

    @Test
    void words_are_looked_up_once_however_many_rows_say_them() {
        AtomicInteger asked = new AtomicInteger();
        People counting = new CountingPeople(office.ports.people(), asked);
        ImportTime counted = new ImportTime(
                office.ports.transactions(),
                office.engine.logTime(),
                office.ports.timeEntries(),
                counting,
                office.ports.clients(),
                office.ports.engagements(),
                office.ports.customerTexts());

        List<RowReport> reports = counted.rows(
                office.admin,
                null,
                List.of(
                        row(1, "a", "ann@example.com", "Client", 10),
                        row(2, "b", "ann@example.com", "Client", 20),
                        row(3, "c", "nobody@example.com", "Client", 30),
                        row(4, "d", "nobody@example.com", "Client", 40)),
                Office.NOW);

        assertThat(reports).filteredOn(Faulty.class::isInstance).hasSize(2);
        assertThat(asked).hasValue(2);
    }

    /** Counts how often a name is looked up. */
    private record CountingPeople(People people, AtomicInteger asked) implements People {

        @Override
        public void add(Person person) {
            people.add(person);
        }

        @Override
        public Optional<Person> find(FirmId firm, PersonId person) {
            return people.find(firm, person);
        }

        @Override
        public List<Person> page(FirmId firm, @Nullable UUID before, int limit) {
            return people.page(firm, before, limit);
        }

        @Override
        public List<Person> known(FirmId firm, CustomerText emailOrName) {
            asked.incrementAndGet();
            return people.known(firm, emailOrName);
        }
    }

    private TimeEntry entry(RowReport report) {
        return office.ports
                .timeEntries()
                .find(office.firm, ((RowReport.Imported) report).entry().entry())
                .orElseThrow();
    }

    private Optional<ProjectId> project(RowReport report) {
        return Optional.ofNullable(entry(report).work().project());
    }

    private String description(RowReport report) {
        EntryVersion version = entry(report).version();
        return office.ports
                .customerTexts()
                .of(office.firm, List.of(version.entry().value()))
                .get(LogTime.descriptionOf(version))
                .text();
    }

    private static ImportedRow of(String project, String description, String hash) {
        return new ImportedRow(
                1,
                hash.repeat(64),
                new CustomerText("ann@example.com"),
                new CustomerText("Client"),
                new CustomerText(project),
                new ImportedRow.Hours(DAY, 10, true),
                new CustomerText(description));
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
                new CustomerText(worker),
                client == null ? null : new CustomerText(client),
                null,
                new ImportedRow.Hours(DAY, minutes, true),
                new CustomerText("Work"));
    }
}
