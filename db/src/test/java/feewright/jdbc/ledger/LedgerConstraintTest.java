package feewright.jdbc.ledger;

import feewright.jdbc.database.ConstraintTest;
import feewright.jdbc.fixture.Books;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The third place of the invariants of money (design §4): plain SQL of the runtime role is refused by the constraint named. */
class LedgerConstraintTest {

    private final UUID grant = UUID.randomUUID();
    private Books books;

    @BeforeEach
    void openBooks() {
        books = new Books();
    }

    @Test
    void an_invoice_never_owes_less_than_nothing_L3() {
        refused(
                "receivable_not_below_zero",
                "update receivable set owed_minor = -1 where invoice_id = '%s'".formatted(books.invoice.id()));
    }

    @Test
    void credit_never_goes_below_zero_L3() {
        refused("credit_balance_not_below_zero", granted("goodwill", "USD"), """
            insert into credit_balance (firm_id, grant_id, client_id, currency, remaining_minor)
            select firm_id, grant_id, client_id, currency, -1 from credit_grant where grant_id = '%s'
            """.formatted(grant));
    }

    @Test
    void credit_is_approved_by_somebody_else_L2() {
        refused("credit_review_four_eyes", granted("goodwill", "USD"), reviewed("asked_by"));
        refused("credit_review_of_grant", granted("goodwill", "USD"), """
            insert into credit_review (firm_id, grant_id, outcome, asked_by, reviewed_by, reviewed_at)
            select firm_id, grant_id, 'approved', gen_random_uuid(), asked_by, now() from credit_grant
            """);
    }

    @Test
    void credit_is_reviewed_once_and_given_once_L2() {
        refused(
                "credit_review_pkey",
                granted("goodwill", "USD"),
                reviewed("gen_random_uuid()"),
                reviewed("gen_random_uuid()"));
        refused(
                "journal_entry_grant_once",
                granted("goodwill", "USD"),
                entry("credit_granted", "grant_id", quoted(grant)),
                entry("credit_granted", "grant_id", quoted(grant)));
    }

    @Test
    void credit_that_was_paid_for_names_what_made_it_L2() {
        refused("credit_grant_origin", granted("deposit", "USD"));
        refused("credit_grant_origin", granted("goodwill", "USD").replace("null, now()", "gen_random_uuid(), now()"));
    }

    @Test
    void a_transfer_stays_with_one_client_and_one_currency_L3() {
        refused("transfer_of_invoice", transfer("client_id", "gen_random_uuid()"));
        refused("transfer_of_invoice", transfer("currency", "'EUR'"));
        refused(
                "transfer_of_grant",
                granted("goodwill", "EUR"),
                transfer("debit", "'client_credit'", "credit", "'receivable'", "grant_id", quoted(grant)));
        refused("transfer_of_entry", transfer("source_id", quoted(grant), "entry_id", quoted(grant)));
    }

    @Test
    void a_transfer_takes_something_from_one_account_to_another_L1() {
        refused("transfer_amount_minor_check", transfer("amount_minor", "0"));
        refused("transfer_amount_minor_check", transfer("amount_minor", "-1"));
        refused("transfer_accounts", transfer("credit", "debit"));
        refused("transfer_accounts", transfer("credit", "'petty-cash'"));
    }

    @Test
    void an_invoice_is_voided_once_I5() {
        String voided = entry("invoice_voided", "invoice_id", quoted(books.invoice.id()));

        refused("journal_entry_void_once", voided, voided);
    }

    @Test
    void what_happens_to_money_moves_some_L1() {
        String paid = entry("payment_received", "invoice_id, method", "invoice_id, 'wire'");

        refused("journal_entry_moves", paid.replace("currency, 100", "currency, 0"));
        refused("journal_entry_moves", paid.replace("currency, 100", "currency, -1"));
    }

    @Test
    void an_application_of_credit_is_undone_once_L3() {
        UUID application = UUID.randomUUID();
        String applied = entry("credit_applied", "invoice_id, automatic", "invoice_id, false")
                .replace("gen_random_uuid()", quoted(application));
        String undone = entry("credit_unapplied", "invoice_id, of_entry_id", "invoice_id, " + quoted(application));

        refused("journal_entry_unapplied_once", applied, undone, undone);
    }

    @Test
    void a_payment_by_hand_is_reversed_once_and_a_collected_one_never_T6() {
        UUID payment = UUID.randomUUID();
        String paid = entry("payment_received", "invoice_id, method", "invoice_id, 'wire'")
                .replace("gen_random_uuid()", quoted(payment));
        String reversed = entry(
                "payment_reversed",
                "invoice_id, of_entry_id, method",
                "invoice_id, %s, 'wire'".formatted(quoted(payment)));

        refused("journal_entry_reversed_once", paid, reversed, reversed);
        refused("journal_entry_of_method", paid, reversed.replace("'wire'", "'cheque'"));
        refused("journal_entry_of_method", paid.replace("'wire'", "'processor'"), reversed);
        refused("journal_entry_parts", paid, reversed.replace("'wire'", "'processor'"));
    }

    @Test
    void credit_of_a_reversed_payment_is_withdrawn_from_an_invoice_once_T6() {
        UUID payment = UUID.randomUUID();
        String paid = entry("payment_received", "invoice_id, method", "invoice_id, 'wire'")
                .replace("gen_random_uuid()", quoted(payment));
        String withdrawn = entry("credit_withdrawn", "invoice_id, of_entry_id", "invoice_id, " + quoted(payment));

        refused("journal_entry_withdrawn_once", paid, withdrawn, withdrawn);
    }

    @Test
    void a_credit_note_has_a_number_of_its_own() {
        refused("journal_entry_number_once", note(UUID.randomUUID()), note(UUID.randomUUID()));
    }

    @Test
    void a_credit_note_names_a_line_once() {
        UUID note = UUID.randomUUID();

        refused("credit_note_line_pkey", note(note), noteLine(note, "line_no"), noteLine(note, "line_no"));
        refused("credit_note_line_of_line", note(note), noteLine(note, "line_no + 100"));
    }

    @Test
    void a_credit_note_takes_something_off_but_for_what_lowered_released_time_L7() {
        UUID note = UUID.randomUUID();
        String line = noteLine(note, "line_no");

        refused("credit_note_line_takes_off", note(note), line.replace("category, 1 from", "category, -1 from"));
        refused(
                "credit_note_line_minutes_released",
                note(note),
                line.replace("amount_minor)", "amount_minor, minutes)")
                        .replace("category, 1 from", "category, 1, 5 from"));
    }

    @Test
    void an_entry_is_credited_once_and_only_where_it_is_billed_H4() {
        UUID note = UUID.randomUUID();
        String billed = quoted(books.billed.entry());
        String[] sound = {note(note), noteLine(note, "line_no"), noteTime(note, billed)};

        refused("credit_note_time_pkey", sound[0], sound[1], sound[2], sound[2]);
        refused("credit_note_time_billed", sound[0], sound[1], noteTime(note, quoted(books.approved.entry())));
    }

    /** Credit to the client of the invoice, by whoever issued it. */
    private String granted(String source, String currency) {
        return """
            insert into credit_grant (
                firm_id, grant_id, client_id, currency, source, amount_minor, asked_by, origin_id, asked_at)
            select firm_id, '%s', client_id, '%s', '%s', 100, issued_by, null, now() from invoice where invoice_id = '%s'
            """.formatted(grant, currency, source, books.invoice.id());
    }

    private String reviewed(String by) {
        return """
            insert into credit_review (firm_id, grant_id, outcome, asked_by, reviewed_by, reviewed_at)
            select firm_id, grant_id, 'approved', asked_by, %s, now() from credit_grant where grant_id = '%s'
            """.formatted(by, grant);
    }

    /** The first transfer of the invoice again, with some columns changed. */
    private String transfer(String... changes) {
        String sql = """
            insert into transfer (
                firm_id, source_id, transfer_no, client_id, currency, debit, credit, amount_minor, invoice_id, grant_id,
                entry_id, booked_on, recorded_at)
            select
                firm_id, <source_id>, transfer_no + 100, <client_id>, <currency>, <debit>, <credit>, <amount_minor>,
                invoice_id, <grant_id>, <entry_id>, booked_on, recorded_at
            from transfer where invoice_id = '%s' and transfer_no = 1
            """.formatted(books.invoice.id());
        return ConstraintTest.changed(sql, changes);
    }

    /** An entry of the client of the invoice. */
    private String entry(String kind, String column, String value) {
        return """
            insert into journal_entry (
                firm_id, entry_id, kind, client_id, currency, amount_minor, booked_on, %s, recorded_by, recorded_at,
                decision_id)
            select
                firm_id, gen_random_uuid(), '%s', client_id, currency, 100, issue_date, %s, issued_by, now(), decision_id
            from invoice where invoice_id = '%s'
            """.formatted(column, kind, value, books.invoice.id());
    }

    private String note(UUID id) {
        return entry("invoice_credited", "series, number, invoice_id", "'CN', 1, invoice_id")
                .replace("gen_random_uuid()", quoted(id));
    }

    /** Takes something off the hourly line of the invoice. */
    private String noteLine(UUID note, String number) {
        return """
            insert into credit_note_line (firm_id, entry_id, invoice_id, line_no, category, amount_minor)
            select firm_id, '%s', invoice_id, %s, category, 1 from invoice_line
            where invoice_id = '%s' and category = 'hourly'
            """.formatted(note, number, books.invoice.id());
    }

    private String noteTime(UUID note, String entry) {
        return """
            insert into credit_note_time (firm_id, invoice_id, time_entry_id, entry_id, line_no, amount_minor, released)
            select firm_id, invoice_id, %s, entry_id, line_no, amount_minor, false from credit_note_line
            where entry_id = '%s'
            """.formatted(entry, note);
    }

    private static String quoted(Object id) {
        return "'" + id + "'";
    }

    private void refused(String constraint, String... statements) {
        books.byHand().refused(constraint, statements);
    }
}
