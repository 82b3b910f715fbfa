package feewright.rule;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Fingerprint;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.Basis;
import feewright.platform.CustomerText;
import feewright.rule.Conclusion.Violation;
import feewright.rule.Decisions.DecisionFilter;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine refuses by itself is kept as what the rules refuse is: with the pack in force, the actor and the time. */
class RefusalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Fingerprint ANOTHER = new Fingerprint("f".repeat(64));

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final SignedEngagement hourly = office.signed(Offers.hourly("100.00"));

    @Test
    void an_outdated_preview_leaves_a_decision() {
        office.approved(hourly, DAY, 60);
        rulebook.replacePack('7');

        issue(InvoiceRequest.dueOf(hourly.id()), ANOTHER);

        RecordedDecision kept = only(Refusal.PREVIEW_OUTDATED);
        assertThat(kept.question()).isEqualTo(new Decision.Request("issue_invoice", "engagement/" + hourly.id()));
        assertThat(kept.outcome()).isEqualTo(Decision.Outcome.REFUSED);
        assertThat(kept.verdict())
                .isEqualTo(new Verdict(
                        new PackHash("7".repeat(64)),
                        List.of(new Violation("ENGINE-01", "engagement/" + hourly.id())),
                        List.of()));
        assertThat(kept.actor()).isEqualTo(office.admin.person());
        assertThat(kept.at()).isEqualTo(Office.NOW);
    }

    @Test
    void an_invoice_of_nothing_leaves_a_decision_and_a_preview_of_nothing_none() {
        issue(InvoiceRequest.dueOf(hourly.id()), null);
        issue(InvoiceRequest.dueOf(hourly.id()), ANOTHER);
        office.engine.previewInvoice().preview(office.admin, InvoiceRequest.dueOf(hourly.id()), Office.NOW);

        only(Refusal.NOTHING_DUE);
        only(Refusal.PREVIEW_OUTDATED);
    }

    @Test
    void a_day_in_the_future_leaves_a_decision_with_an_engagement_or_without() {
        LocalDate later = LocalDate.of(2026, 5, 1);
        InvoiceRequest.ManualCharge charge =
                new InvoiceRequest.ManualCharge(new CustomerText("Travel"), Money.parse("USD 10.00"));
        Basis.ClientOnly unlinked = new Basis.ClientOnly(office.client, CurrencyUnit.USD, 30);

        issue(new InvoiceRequest(new Basis.Engagement(hourly.id()), later, List.of(), null), null);
        issue(new InvoiceRequest(unlinked, later, List.of(charge), null), null);

        assertThat(kept(Refusal.NOT_YET))
                .extracting(decision -> decision.question().subject())
                .containsExactlyInAnyOrder("engagement/" + hourly.id(), "client/" + office.client);
    }

    @Test
    void issuing_under_a_draft_leaves_a_decision_and_under_nothing_none() {
        EngagementId draft = draft();
        int before = all().size();

        issue(InvoiceRequest.dueOf(draft), null);
        issue(InvoiceRequest.dueOf(new EngagementId(new UUID(9, 9))), null);

        assertThat(only(Refusal.NOT_SIGNED).question().subject()).isEqualTo("engagement/" + draft);
        assertThat(all()).hasSize(before + 1);
    }

    @Test
    void a_second_signature_leaves_a_decision() {
        SignEngagement.Request again = new SignEngagement.Request(
                hourly.id(), Signature.Method.HANDWRITTEN, "b".repeat(64), Office.NOW, new CustomerText("Another"));

        office.engine.signEngagement().sign(office.admin, again, Office.NOW);

        assertThat(only(Refusal.ALREADY_SIGNED).question())
                .isEqualTo(new Decision.Request("sign_engagement", "engagement/" + hourly.id()));
    }

    @Test
    void a_review_of_an_old_version_leaves_a_decision_on_what_was_seen() {
        EntryVersion seen = office.submitted(hourly, DAY, 60);
        office.engine.logTime().revise(office.staff, seen, office.note(hourly, DAY, 90), Office.NOW);

        office.engine.reviewTime().approve(office.admin, Approval.Side.FIRM, List.of(seen), Office.NOW);
        office.engine.reviewTime().reject(office.admin, new CustomerText("no"), List.of(seen), Office.NOW);

        assertThat(kept(Refusal.VERSION_OUTDATED))
                .extracting(RecordedDecision::question)
                .containsExactlyInAnyOrder(
                        new Decision.Request("approve_time_by_firm", seen.ref()),
                        new Decision.Request("reject_time", seen.ref()));
    }

    @Test
    void a_review_that_the_state_does_not_allow_leaves_a_decision_and_of_nothing_none() {
        EntryVersion draft = office.logged(hourly, DAY, 60);
        EntryVersion unknown = new EntryVersion(new TimeEntryId(new UUID(9, 9)), 1);
        int before = all().size();

        office.engine.reviewTime().approve(office.admin, Approval.Side.FIRM, List.of(draft, unknown), Office.NOW);

        assertThat(only(Refusal.NO_SUCH_STEP).question().subject()).isEqualTo(draft.ref());
        assertThat(all()).hasSize(before + 1);
    }

    private void issue(InvoiceRequest request, @Nullable Fingerprint previewed) {
        office.engine.issueInvoice().issue(office.admin, request, previewed, Office.NOW);
    }

    private EngagementId draft() {
        return ((DraftTerms.Outcome.Drafted)
                        office.engine.draftTerms().draft(office.admin, office.client, Offers.hourly("100.00")))
                .draft()
                .id();
    }

    private RecordedDecision only(Refusal refusal) {
        assertThat(kept(refusal)).hasSize(1);
        return kept(refusal).getFirst();
    }

    private List<RecordedDecision> kept(Refusal refusal) {
        return office.ports
                .decisions()
                .page(
                        office.firm,
                        new DecisionFilter(null, null, null, null, refusal.code(), null, null, null, null),
                        100);
    }

    private List<RecordedDecision> all() {
        return office.ports.decisions().page(office.firm, DecisionFilter.ANY, 100);
    }
}
