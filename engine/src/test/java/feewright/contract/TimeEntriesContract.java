package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.engine.Ports;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.InvoiceRequest;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.time.Approval;
import feewright.time.ApprovedTime;
import feewright.time.BilledTime;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.RejectedTime;
import feewright.time.SubmittedTime;
import feewright.time.TimeEntries;
import feewright.time.TimeEntries.TimeFilter;
import feewright.time.TimeEntry;
import feewright.time.TimeEntryId;
import feewright.time.TimeState;
import feewright.time.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link TimeEntries}. */
public abstract class TimeEntriesContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Office office;
    private Office neighbour;
    private SignedEngagement engagement;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
        engagement = office.signed(Offers.hourly("100.00"));
    }

    @Test
    void each_state_comes_back_as_its_type_H1() {
        EntryVersion draft = office.logged(engagement, DAY, 10);
        EntryVersion submitted = office.submitted(engagement, DAY, 20);
        EntryVersion approved = office.approved(engagement, DAY, 30);
        EntryVersion rejected = office.submitted(engagement, DAY, 40);
        office.engine.reviewTime().reject(office.admin, new CustomerText("no"), List.of(rejected), Office.NOW);

        assertThat(find(draft)).isInstanceOf(DraftTime.class);
        assertThat(find(submitted)).isInstanceOf(SubmittedTime.class);
        assertThat(find(approved)).isInstanceOf(ApprovedTime.class);
        assertThat(((ApprovedTime) find(approved)).approvals().byFirm())
                .isEqualTo(new Approval(Approval.Side.FIRM, office.admin.person(), Office.NOW));
        assertThat(find(rejected)).isInstanceOf(RejectedTime.class);
        assertThat(find(draft).work().worker().role()).hasToString("senior");
    }

    @Test
    void each_state_can_be_listed_by_itself() {
        EntryVersion draft = office.logged(engagement, DAY, 10);
        EntryVersion submitted = office.submitted(engagement, DAY, 20);
        EntryVersion billed = office.approved(engagement, DAY, 30);
        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
        EntryVersion approved = office.approved(engagement, DAY, 40);
        EntryVersion rejected = office.approved(engagement, DAY, 50);
        office.engine.reviewTime().reject(office.admin, new CustomerText("no"), List.of(rejected), Office.NOW);

        assertThat(listed(TimeState.DRAFT)).containsExactly(draft);
        assertThat(listed(TimeState.SUBMITTED)).containsExactly(submitted);
        assertThat(listed(TimeState.BILLED)).containsExactly(billed);
        assertThat(listed(TimeState.APPROVED)).containsExactly(approved);
        assertThat(listed(TimeState.REJECTED)).containsExactly(rejected);
        assertThat(find(billed)).isInstanceOf(BilledTime.class);
    }

    @Test
    void the_clients_approval_is_kept_beside_the_firms_H2() {
        SignedEngagement strict = office.signed(Offers.withClientApproval(Offers.hourly("100.00")));
        EntryVersion version = office.approved(strict, DAY, 60);
        assertThat(find(version)).isInstanceOf(SubmittedTime.class);

        office.engine.reviewTime().approve(office.portalUser, Approval.Side.CLIENT, List.of(version), Office.NOW);

        assertThat(((ApprovedTime) find(version)).approvals().byClient())
                .isEqualTo(new Approval(Approval.Side.CLIENT, office.portalUser.person(), Office.NOW));
    }

    @Test
    void what_was_approved_of_a_version_is_known_after_the_version_was_replaced_H2() {
        EntryVersion once = office.approved(engagement, DAY, 60);
        EntryVersion never = office.submitted(engagement, DAY, 20);
        office.engine.logTime().revise(office.staff, once, office.note(engagement, DAY, 90), Office.NOW);

        Map<EntryVersion, List<Approval>> approvals =
                in(() -> office.ports.timeEntries().approvals(office.firm, List.of(once, never, once)));
        Map<EntryVersion, List<Approval>> neighbours = neighbour
                .ports
                .transactions()
                .in(neighbour.admin, () -> neighbour.ports.timeEntries().approvals(neighbour.firm, List.of(once)));

        assertThat(approvals)
                .containsExactly(
                        Map.entry(once, List.of(new Approval(Approval.Side.FIRM, office.admin.person(), Office.NOW))));
        assertThat(neighbours).isEmpty();
    }

    @Test
    void a_new_version_starts_again_as_a_draft_H2() {
        EntryVersion approved = office.approved(engagement, DAY, 60);
        office.engine.logTime().revise(office.staff, approved, office.note(engagement, DAY, 90), Office.NOW);

        TimeEntry entry = find(approved);

        assertThat(entry).isInstanceOf(DraftTime.class);
        assertThat(entry.version().number()).isEqualTo(2);
        assertThat(entry.work().minutes()).isEqualTo(90);
        assertThat(open()).isEmpty();
    }

    @Test
    void billed_time_cannot_be_replaced_behind_the_engine_H4() {
        EntryVersion version = office.approved(engagement, DAY, 60);
        ApprovedTime approved = (ApprovedTime) find(version);
        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);

        assertThatThrownBy(() -> in(() -> {
                    office.ports
                            .timeEntries()
                            .revise(
                                    approved.revise(approved.work()),
                                    new TimeEntries.Recorded(office.staff.person(), Office.NOW));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> in(() -> {
                    office.ports
                            .timeEntries()
                            .reject(new RejectedTime(approved.draft(), office.admin.person(), Office.NOW));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(find(version)).isInstanceOf(BilledTime.class);
    }

    @Test
    void a_day_never_passes_24_hours_behind_the_engine_H1() {
        EntryVersion first = office.logged(engagement, DAY, 1000);
        DraftTime draft = (DraftTime) find(first);
        DraftTime second = new DraftTime(
                office.firm, new EntryVersion(new TimeEntryId(office.ports.ids().next()), 1), draft.work());

        assertThatThrownBy(() -> in(() -> {
                    office.ports
                            .timeEntries()
                            .add(List.of(second), new TimeEntries.Recorded(office.staff.person(), Office.NOW));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("more-than-24-hours-a-day");
    }

    @Test
    void the_minutes_of_a_day_are_those_of_current_versions() {
        EntryVersion first = office.logged(engagement, DAY, 100);
        EntryVersion second = office.logged(engagement, DAY, 50);
        office.engine.logTime().revise(office.staff, first, office.note(engagement, DAY.plusDays(1), 70), Office.NOW);

        assertThat(minutes(DAY, null)).isEqualTo(50);
        assertThat(minutes(DAY, second)).isZero();
        assertThat(minutes(DAY.plusDays(1), null)).isEqualTo(70);
    }

    @Test
    void many_entries_are_added_together_or_not_at_all_H1() {
        DraftTime model = (DraftTime) find(office.logged(engagement, DAY, 400));
        List<DraftTime> fitting = List.of(another(model), another(model));
        TimeEntries.Recorded recorded = new TimeEntries.Recorded(office.staff.person(), Office.NOW);

        in(() -> {
            office.ports.timeEntries().add(fitting, recorded);
            office.ports.timeEntries().add(List.of(), recorded);
            return null;
        });

        assertThat(fitting)
                .allSatisfy(draft -> assertThat(find(draft.version())).isEqualTo(draft));
        assertThat(minutes(DAY, null)).isEqualTo(1200);
        List<DraftTime> tooMany = List.of(moved(another(model)), another(model));
        assertThatThrownBy(() -> in(() -> {
                    office.ports.timeEntries().add(tooMany, recorded);
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(minutes(DAY, null)).isEqualTo(1200);
        assertThat(minutes(DAY.plusDays(1), null)).isZero();
    }

    @Test
    void a_row_is_imported_once() {
        EntryVersion entry = office.logged(engagement, DAY, 10);
        String claimed = "c".repeat(64);
        String free = "d".repeat(64);
        in(() -> {
            office.ports.timeEntries().claimImports(office.firm, Map.of(claimed, entry.entry()));
            office.ports.timeEntries().claimImports(office.firm, Map.of());
            return null;
        });

        assertThatThrownBy(() -> in(() -> {
                    office.ports
                            .timeEntries()
                            .claimImports(office.firm, Map.of(free, entry.entry(), claimed, entry.entry()));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("row-already-imported");
        assertThat(in(() -> office.ports.timeEntries().imported(office.firm, List.of(claimed, free))))
                .containsExactly(claimed);
        assertThat(in(() -> office.ports.timeEntries().imported(neighbour.firm, List.of(claimed))))
                .isEmpty();
    }

    @Test
    void another_firm_finds_nothing_T1() {
        EntryVersion entry = office.approved(engagement, DAY, 10);

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            TimeEntries entries = neighbour.ports.timeEntries();
            assertThat(entries.find(neighbour.firm, entry.entry())).isEmpty();
            assertThat(entries.lock(neighbour.firm, List.of(entry.entry()))).isEmpty();
            assertThat(entries.page(neighbour.firm, anything(), 10)).isEmpty();
            assertThat(entries.minutesOn(neighbour.firm, office.staff.person(), DAY, null))
                    .isZero();
            return null;
        });
    }

    private List<EntryVersion> listed(TimeState state) {
        TimeFilter filter = new TimeFilter(null, engagement.id(), office.staff.person(), state, DAY, DAY.plusDays(1));
        return in(() -> office.ports.timeEntries().page(office.firm, filter, 10).stream()
                .map(TimeEntry::version)
                .toList());
    }

    private TimeEntry find(EntryVersion version) {
        Optional<TimeEntry> found = in(() -> office.ports.timeEntries().find(office.firm, version.entry()));
        return found.orElseThrow();
    }

    private List<ApprovedTime> open() {
        return in(() -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow()
                .open();
    }

    private DraftTime another(DraftTime model) {
        return new DraftTime(
                office.firm, new EntryVersion(new TimeEntryId(office.ports.ids().next()), 1), model.work());
    }

    private static DraftTime moved(DraftTime draft) {
        Work work = draft.work();
        Work nextDay = new Work(
                work.engagement(), work.worker(), work.project(), DAY.plusDays(1), work.minutes(), work.billable());
        return new DraftTime(draft.firm(), draft.version(), nextDay);
    }

    private int minutes(LocalDate day, @Nullable EntryVersion except) {
        return in(() -> office.ports
                .timeEntries()
                .minutesOn(office.firm, office.staff.person(), day, except == null ? null : except.entry()));
    }

    private static TimeFilter anything() {
        return new TimeFilter(null, null, null, null, null, null);
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
