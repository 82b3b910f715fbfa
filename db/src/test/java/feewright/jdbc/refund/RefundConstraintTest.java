package feewright.jdbc.refund;

import feewright.attempt.AttemptId;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.database.ConstraintTest;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.TestDatabase;
import feewright.payment.RefundPayment;
import feewright.platform.CustomerText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The third place of the invariants of refunds (design §4): plain SQL of the runtime role is refused by the constraint named. */
class RefundConstraintTest {

    private static final String[] USUAL = {
        "refund_id",
        "refund_id",
        "number",
        "50",
        "state",
        "'succeeded'",
        "reference",
        "'re_1'",
        "source",
        "'call'",
        "source_id",
        "null",
        "applied",
        "true",
        "entry_id",
        "null"
    };

    private Office office;

    @BeforeEach
    void requestRefund() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        Collecting collecting = Collecting.open(office);
        collecting.cashier().invoiceOf("100.00");
        AttemptId attempt = collecting.errand(Office.NOW).charge().attempt();
        collecting.said(attempt, Collecting.succeeded(Cashier.usd("100.00")), Office.NOW);
        RefundPayment.Request request = new RefundPayment.Request(
                collecting.attempt(attempt).payment().orElseThrow(), Cashier.usd("30.00"), new CustomerText("Reason"));
        office.engine.requestRefund().ask(office.admin, request, Office.NOW);
    }

    @Test
    void only_the_processor_says_what_became_of_a_refund_A5() {
        refused("refund_event_confirmed", event("source", "'ours'"));
    }

    @Test
    void a_refund_takes_money_once_A5() {
        String entry = "(select entry_id from journal_entry where kind = 'payment_refunded')";

        refused("refund_event_entry_once", event("entry_id", entry));
        refused("refund_event_money", event("entry_id", entry, "applied", "false"));
    }

    @Test
    void a_refund_at_a_processor_is_one_refund_here_A5() {
        String claim =
                "insert into refund_reference (firm_id, reference, refund_id) select firm_id, 're_1', refund_id from"
                        + " refund";

        refused("refund_reference_pkey", claim, claim);
        refused(
                "refund_event_source_once",
                event("source", "'event'", "source_id", "'evt_1'"),
                event("number", "51", "source", "'event'", "source_id", "'evt_1'"));
    }

    @Test
    void a_refund_is_of_a_payment_of_its_invoice_A5() {
        refused("refund_of_invoice", refund("invoice_id", "gen_random_uuid()"));
        refused("refund_of_payment", refund("payment_id", "gen_random_uuid()"));
    }

    @Test
    void what_is_given_back_says_whether_by_hand_and_nothing_else_does_L6() {
        String entry = """
            insert into journal_entry (
                firm_id, entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, of_entry_id, method, by_hand,
                recorded_by, recorded_at, decision_id)
            select
                firm_id, gen_random_uuid(), kind, client_id, currency, amount_minor, booked_on, invoice_id, of_entry_id, method,
                case kind when 'payment_refunded' then null else true end, recorded_by, recorded_at, decision_id
            from journal_entry where kind = '%s'
            """;

        refused("journal_entry_given_back", entry.formatted("payment_refunded"));
        refused("journal_entry_given_back", entry.formatted("payment_received"));
    }

    /** The refund again, with some columns changed. */
    private static String refund(String... changes) {
        return ConstraintTest.changed("""
            insert into refund (
                firm_id, refund_id, client_id, invoice_id, attempt_id, payment_id, currency, amount_minor, elsewhere, made_by,
                made_at)
            select
                firm_id, gen_random_uuid(), client_id, <invoice_id>, attempt_id, <payment_id>, currency, amount_minor,
                elsewhere, made_by, made_at
            from refund
            """, changes);
    }

    /** A later event of the refund, with some columns changed. */
    private static String event(String... changes) {
        String sql = """
            insert into refund_event (
                firm_id, refund_id, number, state, reference, source, source_id, applied, entry_id, decision_id, happened_at)
            select
                firm_id, <refund_id>, <number>, <state>, <reference>, <source>, <source_id>, <applied>, <entry_id>,
                decision_id, happened_at
            from refund_event where number = 1
            """;
        String replaced = sql;
        for (int at = 0; at < changes.length; at += 2) {
            replaced = replaced.replace("<" + changes[at] + ">", changes[at + 1]);
        }
        return ConstraintTest.changed(replaced, USUAL);
    }

    private void refused(String constraint, String... statements) {
        new ByHand(office.firm).refused(constraint, statements);
    }
}
