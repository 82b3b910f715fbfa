package feewright.time;

import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.InvoiceRequest;
import feewright.platform.CustomerText;
import feewright.rule.Decisions.DecisionFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewTimeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final SignedEngagement engagement = office.signed(Offers.hourly("100.00"));

    @Test
    void approval_binds_to_the_version_that_was_seen_H2() {
        EntryVersion seen = office.submitted(engagement, DAY, hours("1"));
        office.engine.logTime().revise(office.staff, seen, office.note(engagement, DAY, hours("9")), Office.NOW);

        List<ReviewResult> reviews =
                office.engine.reviewTime().approve(office.admin, Approval.Side.FIRM, List.of(seen), Office.NOW);

        assertThat(reviews).containsExactly(new ReviewResult.Stale(seen, seen.next()));
    }

    @Test
    void a_bulk_approval_reports_each_entry_by_itself_H2() {
        EntryVersion good = office.submitted(engagement, DAY, hours("1"));
        EntryVersion refused = office.submitted(engagement, DAY, hours("1"));
        EntryVersion draft = office.logged(engagement, DAY, hours("1"));
        EntryVersion unknown = new EntryVersion(new TimeEntryId(new UUID(9, 9)), 1);
        rulebook.refuse(refused.ref());

        List<ReviewResult> reviews = office.engine
                .reviewTime()
                .approve(office.admin, Approval.Side.FIRM, List.of(good, refused, draft, unknown, good), Office.NOW);

        assertThat(reviews)
                .extracting(review -> review.getClass().getSimpleName())
                .containsExactly("Done", "Refused", "NotPossible", "NotFound", "NotPossible");
        assertThat(office.ports.timeEntries().find(office.firm, good.entry()))
                .get()
                .isInstanceOf(ApprovedTime.class);
    }

    @Test
    void where_the_terms_ask_for_it_the_client_approves_as_well_H2() {
        SignedEngagement strict = office.signed(Offers.withClientApproval(Offers.hourly("100.00")));
        EntryVersion version = office.approved(strict, DAY, hours("1"));
        assertThat(office.ports.timeEntries().find(office.firm, version.entry()))
                .get()
                .isInstanceOf(SubmittedTime.class);

        office.engine.reviewTime().approve(office.portalUser, Approval.Side.CLIENT, List.of(version), Office.NOW);

        assertThat(office.ports.timeEntries().find(office.firm, version.entry()))
                .get()
                .isInstanceOf(ApprovedTime.class);
    }

    @Test
    void billed_time_is_neither_rejected_nor_edited_H4() {
        EntryVersion version = office.approved(engagement, DAY, hours("1"));
        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);

        List<ReviewResult> reviews =
                office.engine.reviewTime().reject(office.admin, new CustomerText("no"), List.of(version), Office.NOW);
        LogTime.Outcome edited =
                office.engine.logTime().revise(office.staff, version, office.note(engagement, DAY, 60), Office.NOW);

        assertThat(reviews).containsExactly(new ReviewResult.NotPossible(version, TimeState.BILLED));
        assertThat(edited).isInstanceOf(LogTime.Outcome.Billed.class);
    }

    @Test
    void approved_time_whose_approval_is_taken_back_is_not_billed_H3() {
        EntryVersion version = office.approved(engagement, DAY, hours("1"));

        office.engine.reviewTime().reject(office.admin, new CustomerText("no"), List.of(version), Office.NOW);

        assertThat(office.ports
                        .billingPositions()
                        .read(office.firm, engagement.id())
                        .orElseThrow()
                        .open())
                .isEmpty();
    }

    @Test
    void nobody_can_build_time_that_its_worker_approved_H2() {
        DraftTime draft = new DraftTime(
                office.firm,
                new EntryVersion(new TimeEntryId(new UUID(1, 1)), 1),
                new Work(engagement.id(), new Work.Worker(office.staff.person(), null), null, DAY, 60, true));
        Approvals own = new Approvals(false, new Approval(Approval.Side.FIRM, office.staff.person(), Office.NOW), null);

        assertThatThrownBy(() -> new ApprovedTime(draft, own)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApprovedTime(draft, new Approvals(false, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_judged_entry_leaves_a_decision_and_every_done_one_an_audit_event_T4() {
        EntryVersion good = office.submitted(engagement, DAY, hours("1"));
        EntryVersion refused = office.submitted(engagement, DAY, hours("1"));
        rulebook.refuse(refused.ref());
        int decisionsBefore = decisions();
        int eventsBefore =
                office.ports.auditTrail().page(office.firm, null, 100).size();

        office.engine.reviewTime().approve(office.admin, Approval.Side.FIRM, List.of(good, refused), Office.NOW);

        assertThat(decisions() - decisionsBefore).isEqualTo(2);
        assertThat(office.ports.auditTrail().page(office.firm, null, 100).size() - eventsBefore)
                .isEqualTo(1);
    }

    private int decisions() {
        return office.ports
                .decisions()
                .page(office.firm, DecisionFilter.ANY, 100)
                .size();
    }
}
