package feewright.jdbc.attempt;

import feewright.attempt.ProcessorCall;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.jdbc.database.ConstraintTest;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.TestDatabase;
import feewright.payment.PaymentMethodId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The third place of the invariants of attempts (design §4): plain SQL of the runtime role is refused by the constraint named. */
class AttemptConstraintTest {

    private static final String[] USUAL = {
        "kind", "'succeeded'", "amount_minor", "1", "source", "'call'", "source_id", "null", "applied", "true"
    };

    private Office office;
    private Invoice invoice;
    private ProcessorCall taken;

    @BeforeEach
    void openAttempt() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        Collecting collecting = Collecting.open(office);
        invoice = new Cashier(office).invoiceOf("100.00");
        taken = collecting.errand(Office.NOW);
    }

    @Test
    void an_invoice_has_one_live_attempt_A3() {
        refused("live_payment_attempt_pkey", "insert into live_payment_attempt select * from live_payment_attempt");
        refused("payment_attempt_number_once", attempt("number", "number"));
    }

    @Test
    void an_attempt_asks_for_something_in_the_currency_and_from_the_client_of_its_invoice_A2() {
        refused("payment_attempt_amount_minor_check", attempt("amount_minor", "0"));
        refused("payment_attempt_of_invoice", attempt("currency", "'EUR'"));
    }

    @Test
    void a_method_belongs_to_the_client_that_it_is_charged_for_A1() {
        PaymentMethodId another = anotherClientsCard();

        refused("payment_attempt_method_of_client", attempt("method_id", "'" + another + "'"));
        refused("autopay_setting_method_of_client", """
            insert into autopay_setting (firm_id, client_id, number, enabled, method_id, set_by, set_at)
            select firm_id, client_id, 7, true, '%s', set_by, set_at from autopay_setting
            """.formatted(another));
    }

    @Test
    void a_card_number_is_never_kept_A1() {
        for (String column : new String[] {"reference", "customer"}) {
            refused("payment_method_is_no_card", ConstraintTest.changed("""
                insert into payment_method (
                    firm_id, method_id, client_id, processor, customer, reference, kind, added_by, added_at)
                select
                    firm_id, gen_random_uuid(), client_id, processor, <customer>, <reference>, kind, added_by, added_at
                from payment_method
                """, column, "'4242 4242-42424242'"));
        }
    }

    @Test
    void nobody_but_the_processor_says_what_became_of_an_attempt_A3() {
        refused(
                "payment_attempt_event_confirmed",
                event("kind", "'processing'", "source", "'ours'", "entry_id", "null", "amount_minor", "null"));
        refused(
                "payment_attempt_event_confirmed",
                event("kind", "'succeeded'", "source", "'ours'", "entry_id", "null", "amount_minor", "1"));
    }

    @Test
    void only_a_permitted_success_or_return_moves_money_and_once_A3() {
        collected();
        String entry = "(select entry_id from journal_entry limit 1)";

        refused("payment_attempt_event_entry_once", event("entry_id", entry));
        refused("payment_attempt_event_money", event("entry_id", entry, "applied", "false", "source", "'ours'"));
        refused(
                "payment_attempt_event_money",
                event("entry_id", entry, "kind", "'processing'", "amount_minor", "null"));
    }

    @Test
    void a_payment_is_taken_back_once_A3() {
        collected();
        String returned = """
            insert into journal_entry (
                firm_id, entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, of_entry_id, recorded_by,
                recorded_at, decision_id)
            select
                firm_id, gen_random_uuid(), 'payment_returned', client_id, currency, amount_minor, booked_on, invoice_id,
                entry_id, recorded_by, recorded_at, decision_id
            from journal_entry where kind = 'payment_received'
            """;

        refused("journal_entry_returned_once", returned, returned);
    }

    @Test
    void an_event_of_the_processor_counts_once_for_an_attempt_A3() {
        refused(
                "payment_attempt_event_source_once",
                event("number", "50", "source", "'event'", "source_id", "'evt_1'", "entry_id", "null"),
                event("number", "51", "source", "'event'", "source_id", "'evt_1'", "entry_id", "null"));
    }

    @Test
    void an_event_of_a_processor_is_kept_once_A3() {
        String event = """
            insert into processor_event (firm_id, event_id, processor, name, type, created_at, received_at)
            select firm_id, gen_random_uuid(), 'stripe', 'evt_1', 'payment', now(), now() from firm
            """;

        refused("processor_event_name_once", event, event);
    }

    private void collected() {
        new Collecting(office, new Cashier(office))
                .said(
                        taken.charge().attempt(),
                        Collecting.succeeded(invoice.head().totals().total()),
                        Office.NOW);
    }

    private PaymentMethodId anotherClientsCard() {
        return office.engine
                .managePaymentMethods()
                .add(office.admin, office.anotherClient(), Collecting.CARD, Office.NOW)
                .orElseThrow()
                .id();
    }

    /** The attempt again, with some columns changed. */
    private static String attempt(String... changes) {
        return ConstraintTest.changed("""
            insert into payment_attempt (
                firm_id, attempt_id, invoice_id, client_id, method_id, number, cause, currency, amount_minor, rest_minor,
                made_by, made_at)
            select
                firm_id, gen_random_uuid(), invoice_id, client_id, <method_id>, <number>, cause, <currency>, <amount_minor>,
                rest_minor, made_by, made_at
            from payment_attempt
            """, changes);
    }

    /** A success of the attempt, as a later event, with some columns changed. */
    private static String event(String... changes) {
        String sql = """
            insert into payment_attempt_event (
                firm_id, attempt_id, number, kind, reference, amount_minor, currency, source, source_id, applied, entry_id,
                decision_id, happened_at)
            select
                firm_id, attempt_id, <number>, <kind>, 'pi_1', <amount_minor>,
                case when <amount_minor>::bigint is null then null else 'USD' end, <source>, <source_id>, <applied>, <entry_id>,
                decision_id, happened_at
            from payment_attempt_event where number = 1
            """;
        return ConstraintTest.changed(replaced(sql, changes), USUAL);
    }

    private static String replaced(String sql, String... changes) {
        String replaced = sql;
        for (int at = 0; at < changes.length; at += 2) {
            replaced = replaced.replace("<" + changes[at] + ">", changes[at + 1]);
        }
        return replaced;
    }

    private void refused(String constraint, String... statements) {
        new ByHand(office.firm).refused(constraint, statements);
    }
}
