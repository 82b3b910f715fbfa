package feewright.jdbc.dispute;

import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.fixture.Disputing.story;

import feewright.dispute.Dispute;
import feewright.dispute.FraudWarning;
import feewright.dispute.RecordFraudWarning;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.database.ConstraintTest;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The third place of the invariants of disputes (design §4): plain SQL of the runtime role is refused by the constraint named. */
class DisputeConstraintTest {

    private Office office;

    @BeforeEach
    void openDispute() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        Disputing disputing = Disputing.open(office);
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        office.engine
                .recordFraudWarning()
                .record(
                        office.firm,
                        new RecordFraudWarning.Warning(
                                new Dispute.Reference(Collecting.PROCESSOR, "issfr_1"),
                                paid.reference(),
                                new FraudWarning.Details("made_with_stolen_card", true, Disputing.DAY)),
                        Office.NOW);
    }

    @Test
    void a_dispute_is_opened_once_for_a_payment_of_the_client_and_its_invoice_D1() {
        refused("dispute_reference_once", dispute("reference", "reference"));
        refused("dispute_of_payment", dispute("payment_id", "gen_random_uuid()"));
        refused("dispute_of_invoice", dispute("invoice_id", "gen_random_uuid()"));
    }

    @Test
    void an_event_of_a_dispute_counts_once_D3() {
        refused("dispute_event_name_once", """
            insert into dispute_event (
                firm_id, dispute_id, number, name, kind, status, currency, claimed_minor, happened_at, received_at)
            select firm_id, dispute_id, number + 1, name, kind, status, currency, claimed_minor, happened_at, received_at
            from dispute_event
            """);
        refused("dispute_event_judgement_pkey", """
            insert into dispute_event_judgement
            select * from dispute_event_judgement
            """);
    }

    @Test
    void only_what_is_lost_was_charged_back_D2() {
        refused("dispute_summary_loss", "update dispute_summary set charged_back_minor = 1");
    }

    @Test
    void an_entry_of_a_dispute_names_it_and_no_other_does_D3() {
        refused("journal_entry_disputed", entry("dispute_withdrawn", "null"));
        refused("journal_entry_disputed", entry("payment_refunded", "dispute_id"));
        refused("journal_entry_of_dispute", entry("dispute_withdrawn", "gen_random_uuid()"));
    }

    @Test
    void what_adds_to_suspense_or_settles_it_names_an_item_of_the_same_client_L5() {
        refused("journal_entry_suspense", entry("dispute_withdrawn", "dispute_id", "entry_id"));
        refused("journal_entry_of_suspense", entry("money_suspended", "dispute_id", "gen_random_uuid()"));
    }

    @Test
    void a_fraud_warning_is_kept_once_D1() {
        refused("fraud_warning_reference_once", """
            insert into fraud_warning (
                firm_id, warning_id, processor, reference, payment_id, invoice_id, client_id, currency, kind, actionable,
                happened_at, recorded_at, refund_proposed, decision_id)
            select
                firm_id, gen_random_uuid(), processor, reference, payment_id, invoice_id, client_id, currency, kind, actionable,
                happened_at, recorded_at, refund_proposed, decision_id
            from fraud_warning
            """);
    }

    /** The dispute again under another name, with a column changed. */
    private static String dispute(String column, String value) {
        return ConstraintTest.changed(
                """
                insert into dispute (
                    firm_id, dispute_id, processor, reference, payment_id, invoice_id, client_id, currency, recorded_at)
                select
                    firm_id, gen_random_uuid(), processor, <reference>, <payment_id>, <invoice_id>, client_id, currency, recorded_at
                from dispute
                """.replace("<reference>", column.equals("reference") ? "reference" : "'another'"), column, value);
    }

    private static String entry(String kind, String dispute) {
        return entry(kind, dispute, "null");
    }

    private static String entry(String kind, String dispute, String item) {
        return """
            insert into journal_entry (
                firm_id, entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, of_entry_id, dispute_id,
                suspense_id, recorded_by, recorded_at, decision_id)
            select
                firm_id, gen_random_uuid(), '%s', client_id, currency, amount_minor, booked_on, invoice_id, of_entry_id, %s,
                %s, recorded_by, recorded_at, decision_id
            from journal_entry where kind = 'dispute_withdrawn'
            """.formatted(kind, dispute, item);
    }

    private void refused(String constraint, String... statements) {
        new ByHand(office.firm).refused(constraint, statements);
    }
}
