package feewright.ledger;

import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Collecting.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentFailure;
import feewright.credit.CreditNoteRequest;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.platform.AuditEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every step of credit is audited, whatever brings it (requirement L8). */
class CreditSideEffectTest {

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);

    @Test
    void an_overpayment_and_a_deposit_are_granted_L8() {
        cashier.paid(cashier.invoiceOf("100.00"), "130.00");
        cashier.deposited("70.00");

        assertThat(steps()).containsExactly("credit_granted credit 30.00", "credit_granted credit 70.00");
    }

    @Test
    void what_a_refund_takes_out_of_credit_is_refunded_L8() {
        JournalEntry payment = cashier.paid(cashier.invoiceOf("100.00"), "130.00");

        cashier.refunded(payment, "50.00");

        assertThat(steps()).containsExactly("credit_granted credit 30.00", "credit_refunded credit 30.00");
    }

    @Test
    void what_a_bank_takes_back_out_of_credit_is_reversed_L8() {
        Collecting collecting = Collecting.open(office);
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(Office.NOW).charge().attempt();
        cashier.paid(invoice, "60.00");
        collecting.said(attempt, succeeded(usd("100.00")), Office.NOW);

        AttemptUpdate returned = Collecting.failed(PaymentFailure.Category.OTHER, true);
        collecting.said(attempt, returned, AttemptEvent.Source.event("evt"), Office.NOW);

        assertThat(steps()).containsExactly("credit_granted credit 60.00", "credit_reversed credit 60.00");
    }

    @Test
    void a_credit_note_grants_what_was_paid_and_gives_back_what_credit_paid_L8() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.granted("40.00");
        cashier.applied(invoice, null);
        cashier.paid(invoice, "60.00");

        cashier.credited(invoice, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, null));

        assertThat(steps())
                .containsExactly(
                        "credit_granted credit 40.00",
                        "credit_applied invoice 40.00",
                        "credit_granted credit 60.00",
                        "credit_unapplied invoice 40.00");
    }

    @Test
    void a_void_gives_credit_back_L8() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.granted("40.00");
        cashier.granted("10.00");
        cashier.applied(invoice, null);

        cashier.voided(invoice);

        assertThat(steps()).endsWith("credit_applied invoice 50.00", "credit_unapplied invoice 50.00");
    }

    @Test
    void a_step_of_credit_itself_is_told_of_once_L8() {
        Invoice invoice = cashier.invoiceOf("100.00");
        GrantId promotion = cashier.granted("40.00");
        JournalEntry applied = cashier.applied(invoice, null);
        cashier.unapplied(applied);
        cashier.reversed(promotion);

        assertThat(steps())
                .containsExactly(
                        "credit_granted credit 40.00",
                        "credit_applied invoice 40.00",
                        "credit_unapplied invoice 40.00",
                        "credit_reversed credit 40.00");
    }

    /** Oldest first. */
    private List<String> steps() {
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.auditTrail().page(office.firm, null, 1000))
                .reversed()
                .stream()
                .filter(event -> event.action().matches("credit_(granted|applied|unapplied|reversed|expired|refunded)"))
                .map(CreditSideEffectTest::told)
                .toList();
    }

    private static String told(AuditEvent event) {
        return "%s %s %s"
                .formatted(
                        event.action(),
                        event.target().kind(),
                        event.amount() == null ? "" : event.amount().getAmount());
    }
}
