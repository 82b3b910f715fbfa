package feewright.time;

import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.CustomerText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogTimeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final SignedEngagement engagement =
            office.signed(Offers.over(Offers.START, LocalDate.of(2026, 4, 9), Offers.hourly("100.00")));

    @Test
    void an_edited_entry_loses_its_approval_H2() {
        EntryVersion approved = office.approved(engagement, DAY, hours("1.5"));

        LogTime.Outcome outcome = office.engine
                .logTime()
                .revise(office.staff, approved, office.note(engagement, DAY, hours("2")), Office.NOW);

        assertThat(outcome).isInstanceOf(LogTime.Outcome.Logged.class);
        TimeEntry entry =
                office.ports.timeEntries().find(office.firm, approved.entry()).orElseThrow();
        assertThat(entry).isInstanceOf(DraftTime.class);
        assertThat(entry.version().number()).isEqualTo(2);
    }

    @Test
    void a_version_that_somebody_else_replaced_is_not_overwritten() {
        EntryVersion seen = office.logged(engagement, DAY, hours("1"));
        office.engine.logTime().revise(office.staff, seen, office.note(engagement, DAY, hours("2")), Office.NOW);

        LogTime.Outcome outcome = office.engine
                .logTime()
                .revise(office.admin, seen, office.note(engagement, DAY, hours("3")), Office.NOW);

        assertThat(outcome).isEqualTo(new LogTime.Outcome.Stale(seen.next()));
    }

    @Test
    void a_day_has_24_hours_over_all_entries_H1() {
        office.logged(engagement, DAY, hours("20"));

        LogTime.Outcome outcome =
                office.engine.logTime().log(office.staff, office.note(engagement, DAY, 241), Office.NOW);

        assertThat(codes(outcome)).containsExactly("more-than-24-hours-a-day");
    }

    @Test
    void an_edit_counts_its_own_old_minutes_out_H1() {
        EntryVersion entry = office.logged(engagement, DAY, hours("20"));

        LogTime.Outcome outcome = office.engine
                .logTime()
                .revise(office.staff, entry, office.note(engagement, DAY, hours("24")), Office.NOW);

        assertThat(outcome).isInstanceOf(LogTime.Outcome.Logged.class);
    }

    @Test
    void all_faults_of_an_entry_are_told_at_once_H1() {
        TimeEntryInput note = new TimeEntryInput(
                engagement.id(),
                office.staff.person(),
                new ProjectId(new UUID(7, 7)),
                LocalDate.of(2026, 4, 11),
                0,
                true,
                new CustomerText(""));

        LogTime.Outcome outcome = office.engine.logTime().log(office.staff, note, Office.NOW);

        assertThat(codes(outcome))
                .containsExactlyInAnyOrder(
                        "outside-the-term", "in-the-future", "project-of-another-client", "minutes-out-of-range");
    }

    @Test
    void today_is_today_in_the_zone_of_the_terms_C1() {
        SignedEngagement open = office.signed(Offers.hourly("100.00"));
        LocalDate inNewYork = LocalDate.of(2026, 4, 10);

        LogTime.Outcome lateEvening = office.engine
                .logTime()
                .log(office.staff, office.note(open, inNewYork.plusDays(1), 60), Instant.parse("2026-04-11T03:59:59Z"));
        LogTime.Outcome midnight = office.engine
                .logTime()
                .log(office.staff, office.note(open, inNewYork.plusDays(1), 60), Instant.parse("2026-04-11T04:00:00Z"));

        assertThat(codes(lateEvening)).containsExactly("in-the-future");
        assertThat(midnight).isInstanceOf(LogTime.Outcome.Logged.class);
    }

    @Test
    void a_project_is_of_the_same_client_H1() {
        Project foreign = new Project(office.firm, new ProjectId(new UUID(5, 5)), office.anotherClient());
        office.ports.clients().add(foreign);
        TimeEntryInput note = new TimeEntryInput(
                engagement.id(), office.staff.person(), foreign.id(), DAY, 60, true, new CustomerText("Work"));

        assertThat(codes(office.engine.logTime().log(office.staff, note, Office.NOW)))
                .containsExactly("project-of-another-client");
    }

    @Test
    void staff_log_only_their_own_time_T2() {
        TimeEntryInput ofAdmin = new TimeEntryInput(
                engagement.id(), office.admin.person(), null, DAY, 60, true, new CustomerText("Work"));

        assertThat(office.engine.logTime().log(office.staff, ofAdmin, Office.NOW))
                .isInstanceOf(LogTime.Outcome.NotAllowed.class);
        assertThat(office.engine.logTime().log(office.masterAdmin, ofAdmin, Office.NOW))
                .isInstanceOf(LogTime.Outcome.Logged.class);
    }

    private static List<String> codes(LogTime.Outcome outcome) {
        return outcome instanceof LogTime.Outcome.Faulty(List<TimeFault> faults)
                ? faults.stream().map(TimeFault::code).toList()
                : List.of(outcome.toString());
    }
}
