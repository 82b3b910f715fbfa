package feewright.webhook;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentFailure;
import feewright.credit.CreditNoteRequest;
import feewright.engagement.EndingReason;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Webhooks;
import feewright.invoice.Invoice;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which acts firms are told of, and when an invoice counts as paid. */
class PublishingAuditTrailTest {

    private Office office;
    private Cashier cashier;
    private Webhooks webhooks;

    @BeforeEach
    void openOffice() {
        office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
        cashier = new Cashier(office);
        webhooks = new Webhooks(office);
        webhooks.subscribed();
    }

    @Test
    void the_life_of_an_invoice_is_told_in_order() {
        Invoice wrong = cashier.invoiceOf("100.00");
        cashier.voided(wrong);
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "60.00");
        cashier.writtenOff(invoice, "40.00");
        cashier.refunded(payment, "10.00");

        assertThat(told())
                .containsExactly(
                        "invoice.issued",
                        "invoice.voided",
                        "invoice.issued",
                        "payment.received",
                        "invoice.written_off",
                        "payment.refunded");
    }

    @Test
    void the_course_of_an_engagement_is_told_and_who_follows_it() {
        SignedEngagement paused = office.signed(Offers.monthlyPackage("100.00"));
        SignedEngagement renewed = office.signed(Offers.monthlyPackage("100.00"));
        LocalDate day = LocalDate.of(2026, 3, 1);
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));

        office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(paused.id(), day, AmendmentTexts.NONE, null),
                        Office.NOW);
        office.engine.resumeEngagement().resume(office.admin, paused.id(), day.plusDays(3), Office.NOW);
        office.engine
                .endEngagement()
                .end(
                        office.admin,
                        new EndEngagement.Request(
                                paused.id(), day.plusDays(9), EndingReason.AGREED, AmendmentTexts.NONE, null),
                        Office.NOW);
        var outcome = (RenewEngagement.Outcome.Renewed) office.engine
                .renewEngagement()
                .renew(office.admin, new RenewalRequest(renewed.id(), day, null, signing, null), Office.NOW);

        assertThat(told())
                .containsExactly(
                        "engagement.paused",
                        "engagement.resumed",
                        "engagement.ended",
                        "engagement.ended",
                        "engagement.renewed");
        OutgoingEvent last = webhooks.events().getLast();
        assertThat(last.about().id()).isEqualTo(renewed.id().value());
        assertThat(last.about().references())
                .containsEntry("successor-engagement", outcome.successor().id().value());
    }

    @Test
    void credit_is_told_of_from_its_grant_to_its_reversal() {
        GrantId grant = cashier.granted("100.00");
        Invoice invoice = cashier.invoiceOf("40.00");
        JournalEntry application = cashier.applied(invoice, "30.00");
        cashier.unapplied(application);
        cashier.reversed(grant);

        assertThat(told())
                .containsExactly(
                        "credit.granted", "invoice.issued", "credit.applied", "credit.unapplied", "credit.reversed");
    }

    @Test
    void an_invoice_is_paid_when_it_owes_nothing_however_that_came() {
        Invoice byParts = cashier.invoiceOf("100.00");
        cashier.paid(byParts, "60.00");
        assertThat(told()).doesNotContain("invoice.paid");
        cashier.granted("40.00");

        cashier.applied(byParts, null);
        OutgoingEvent paid = webhooks.events().getLast();

        assertThat(paid.type()).isEqualTo(EventType.INVOICE_PAID);
        assertThat(paid.about().id()).isEqualTo(byParts.id().value());
        assertThat(paid.amount()).isEqualTo(usd("100.00"));
    }

    @Test
    void what_a_credit_note_leaves_nothing_of_is_paid() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.paid(invoice, "70.00");

        cashier.credited(invoice, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, usd("30.00")));

        assertThat(told()).endsWith("credit_note.issued", "invoice.paid");
    }

    @Test
    void an_invoice_that_was_given_up_is_paid_only_when_the_money_comes_after_all() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, "40.00");
        cashier.paid(invoice, "60.00");
        assertThat(told()).doesNotContain("invoice.paid");

        cashier.paid(invoice, "40.00");

        assertThat(told()).endsWith("payment.received", "invoice.paid");
    }

    @Test
    void money_for_a_paid_invoice_pays_it_no_second_time() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.paid(invoice, "100.00");

        cashier.paid(invoice, "100.00");

        assertThat(told()).containsOnlyOnce("invoice.paid");
    }

    @Test
    void an_attempt_is_told_of_at_every_turn() {
        Collecting collecting = Collecting.open(office);
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(Office.NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Unknown("timeout"), Office.NOW);
        collecting.said(attempt, new AttemptUpdate.Unknown("timeout"), Office.NOW);
        collecting.said(attempt, new AttemptUpdate.Processing("pi_1"), Office.NOW);
        collecting.said(attempt, new AttemptUpdate.ActionRequired("pi_1"), Office.NOW);
        collecting.said(attempt, Collecting.succeeded(usd("100.00")), Office.NOW);
        collecting.said(attempt, Collecting.failed(PaymentFailure.Category.OTHER, false), Office.NOW);

        assertThat(told())
                .containsExactly(
                        "invoice.issued",
                        "payment_attempt.created",
                        "payment_attempt.unknown",
                        "payment_attempt.processing",
                        "payment_attempt.action_required",
                        "payment.received",
                        "invoice.paid",
                        "payment_attempt.succeeded",
                        "payment.returned",
                        "payment_attempt.failed");
        List<OutgoingEvent> events = webhooks.events();
        assertThat(events.get(1).about().references())
                .containsEntry("invoice", invoice.id().value());
        assertThat(events.getLast().about().words()).contains("other", "soft");
    }

    @Test
    void that_nobody_was_asked_for_money_is_told_with_the_reason() {
        Collecting collecting = Collecting.open(office);
        cashier.invoiceOf("100.00");
        collecting.autopay(false);

        collecting.taken(Office.NOW);

        assertThat(webhooks.events().getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.COLLECTION_NOT_ATTEMPTED);
            assertThat(event.about().words()).containsExactly("autopay_switched_off");
            assertThat(event.amount()).isEqualTo(Money.parse("USD 100.00"));
        });
    }

    @Test
    void nothing_is_live_in_a_test_firm_or_where_no_money_moves() {
        FirmId test = new FirmId(office.ports.ids().next());
        Firms firms = office.ports.firms();
        firms.add(new Firm(test, "Test", ZoneId.of("UTC"), true));

        assertThat(new LiveMode(true, firms).of(office.firm)).isTrue();
        assertThat(new LiveMode(true, firms).of(test)).isFalse();
        assertThat(new LiveMode(false, firms).of(office.firm)).isFalse();
    }

    private List<String> told() {
        return webhooks.events().stream().map(event -> event.type().code()).toList();
    }
}
