package feewright.jdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.ProcessorCall;
import feewright.attempt.ResolveSuspense;
import feewright.attempt.SimulatedPayments;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeState;
import feewright.engagement.CatchUp;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.engine.ReportUseCases;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing.Story;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Quarter;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.fixture.TestDatabase;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntryId;
import feewright.ledger.SuspenseFilter;
import feewright.payment.RefundPayment;
import feewright.payment.SuspenseTarget;
import feewright.platform.CustomerText;
import feewright.refund.RefundId;
import feewright.refund.RequestRefund;
import feewright.report.Checked;
import feewright.report.ConsistencyCheck;
import feewright.report.Difference;
import feewright.report.Reconciliation;
import feewright.run.RunRequest;
import feewright.time.TimeEntryId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requirement L1: the books reconcile after everything that moves money, and whatever is then changed by hand, past every wall and
 * key, is named by its id. Every check has its damage, so that none is dead.
 */
class ReconciliationTest {

    private static final Ports PORTS = JdbcPorts.on(TestDatabase.pool(), false);

    /** What is done by hand, and the id of what must be named. */
    record Damage(String check, Function<Quarter, String> sql, Function<Quarter, String> id) {

        @Override
        public String toString() {
            return check;
        }
    }

    static Stream<Damage> damages() {
        return Stream.of(
                new Damage(
                        "invoice_totals",
                        of ->
                                "update invoice_line set amount_minor = amount_minor + 1 where invoice_id = '%s' and line_no = 1"
                                        .formatted(of.january.id()),
                        of -> of.january.id().toString()),
                new Damage(
                        "issue_transfers",
                        of -> "update transfer set amount_minor = amount_minor + 1 where source_id = '%s'"
                                .formatted(of.january.id()),
                        of -> of.january.id().toString()),
                new Damage(
                        "document_numbers",
                        of -> "update invoice set number = 99 where invoice_id = '%s'".formatted(of.abroad.id()),
                        of -> "INV-3"),
                new Damage(
                        "document_numbers",
                        of -> "update invoice_counter set next_number = 7 where series = 'CN' and firm_id = '%s'"
                                .formatted(of.office.firm),
                        of -> "CN-7"),
                new Damage(
                        "transfer_sources",
                        of -> "update transfer set booked_on = booked_on - 1 where source_id = '%s'"
                                .formatted(of.partPayment.id()),
                        of -> of.partPayment.id() + "/1"),
                new Damage(
                        "transfer_sources",
                        of -> "delete from journal_entry where entry_id = '%s'".formatted(of.partPayment.id()),
                        of -> of.partPayment.id() + "/1"),
                new Damage(
                        "accounts_sum_to_zero",
                        of -> "update receivable set owed_minor = owed_minor + 1 where invoice_id = '%s'"
                                .formatted(of.abroad.id()),
                        of -> "EUR"),
                new Damage(
                        "receivable_owed",
                        of -> "update receivable set owed_minor = owed_minor + 1 where invoice_id = '%s'"
                                .formatted(of.march.id()),
                        of -> of.march.id().toString()),
                new Damage(
                        "receivable_owed",
                        of -> "delete from receivable where invoice_id = '%s'".formatted(of.voided.id()),
                        of -> of.voided.id().toString()),
                new Damage(
                        "credit_remaining",
                        of -> "update credit_balance set remaining_minor = 0 where grant_id = '%s'"
                                .formatted(of.overpaid),
                        of -> of.overpaid.toString()),
                new Damage(
                        "balances_not_negative",
                        of -> "delete from transfer where source_id = '%s'".formatted(of.january.id()),
                        of -> "receivable/" + of.january.id()),
                new Damage(
                        "balances_not_negative",
                        of -> "delete from transfer where source_id = '%s' and grant_id is not null"
                                .formatted(of.overpayment.id()),
                        of -> "client_credit/" + of.overpaid),
                new Damage(
                        "entry_amounts",
                        of -> "update journal_entry set amount_minor = amount_minor + 1 where entry_id = '%s'"
                                .formatted(of.writeOff.id()),
                        of -> of.writeOff.id().toString()),
                new Damage(
                        "entry_accounts",
                        of -> "update transfer set debit = 'allowance' where source_id = '%s'"
                                .formatted(of.partPayment.id()),
                        of -> of.partPayment.id() + "/1"),
                new Damage(
                        "entry_subjects",
                        of -> "update transfer set invoice_id = '%s' where source_id = '%s'"
                                .formatted(of.march.id(), of.partPayment.id()),
                        of -> of.partPayment.id() + "/1"),
                new Damage(
                        "entries_reversed",
                        of -> "update journal_entry set amount_minor = 999 where entry_id = '%s'"
                                .formatted(of.deposit.id()),
                        of -> of.deposit.id().toString()),
                new Damage(
                        "voids_reversed",
                        of -> "delete from transfer where source_id = '%s' and transfer_no = 1"
                                .formatted(of.voiding.id()),
                        of -> of.voided.id().toString()),
                new Damage(
                        "credit_amounts",
                        of -> "update credit_grant set amount_minor = amount_minor + 1 where grant_id = '%s'"
                                .formatted(of.promised),
                        of -> of.promised.toString()),
                new Damage(
                        "credit_amounts",
                        of -> "update credit_grant set source = 'goodwill' where grant_id = '%s'"
                                .formatted(of.promised),
                        of -> of.promised.toString()),
                new Damage(
                        "credit_draws",
                        of -> "update credit_grant set expires_on = date '2026-02-15' where grant_id = '%s'"
                                .formatted(of.overpaid),
                        of -> of.application.id() + "/1"),
                new Damage(
                        "credit_draws",
                        of -> "update credit_grant set engagement_id = '%s' where grant_id = '%s'"
                                .formatted(of.european.id(), of.overpaid),
                        of -> of.application.id() + "/1"),
                new Damage(
                        "credit_notes",
                        of -> "update credit_note_line set category = 'package' where entry_id = '%s'"
                                .formatted(of.creditNote.id()),
                        of -> of.creditNote.id().toString()),
                new Damage(
                        "credited_lines",
                        of -> "update credit_note_line set amount_minor = 10001 where entry_id = '%s'"
                                .formatted(of.creditNote.id()),
                        of -> of.february.id() + "/2"),
                new Damage(
                        "credited_time",
                        of -> "update credit_note_time set amount_minor = 9999 where entry_id = '%s'"
                                .formatted(of.creditNote.id()),
                        of -> of.creditNote.id() + "/2"),
                new Damage(
                        "dispute_money",
                        of ->
                                "update transfer set amount_minor = amount_minor + 1 where debit = 'dispute_fee' and firm_id = '%s'"
                                        .formatted(of.office.firm),
                        of -> of.disputed.id() + "/USD"),
                new Damage(
                        "dispute_summaries",
                        of -> "update dispute_movement set fee_minor = fee_minor + 1 where dispute_id = '%s'"
                                .formatted(of.disputed.id()),
                        of -> of.disputed.id().toString()),
                new Damage(
                        "dispute_suspense",
                        of -> "update dispute_movement set fee_minor = fee_minor + 1 where dispute_id = '%s'"
                                .formatted(suspended),
                        of -> suspended + "/USD"),
                new Damage(
                        "suspense_resolved",
                        of ->
                                "update transfer set amount_minor = amount_minor + 1 where debit = 'other_loss' and firm_id = '%s'"
                                        .formatted(of.office.firm),
                        of -> item + "/USD"),
                new Damage(
                        "void_claims",
                        of -> "update period_claim set invoice_id = '%s' where invoice_id = '%s'"
                                .formatted(of.voided.id(), of.february.id()),
                        of -> of.voided.id().toString()),
                new Damage(
                        "package_claims",
                        of -> "delete from period_claim where invoice_id = '%s'".formatted(of.january.id()),
                        of -> of.mixed.id() + "/2026-01-01"),
                new Damage(
                        "package_claims",
                        of -> "update period_claim set period_start = date '2025-12-01' where invoice_id = '%s'"
                                .formatted(of.january.id()),
                        of -> of.mixed.id() + "/2025-12-01"),
                new Damage(
                        "time_claims",
                        of -> "delete from time_claim where invoice_id = '%s'".formatted(of.march.id()),
                        of -> of.hour.entry().toString()),
                new Damage(
                        "time_claims",
                        of -> "update time_claim set invoice_id = '%s' where invoice_id = '%s'"
                                .formatted(of.february.id(), of.march.id()),
                        of -> of.hour.entry().toString()),
                new Damage(
                        "time_states",
                        of -> "update time_entry set state = 'approved' where entry_id = '%s'"
                                .formatted(of.hour.entry()),
                        of -> of.hour.entry().toString()),
                new Damage(
                        "attempt_payments",
                        of -> "update payment_attempt_event set amount_minor = 1 where attempt_id = '%s' and number = 2"
                                .formatted(attempt),
                        of -> attempt.toString()),
                new Damage(
                        "attempt_payments",
                        of -> "delete from journal_entry where method = 'processor' and firm_id = '%s'"
                                .formatted(of.office.firm),
                        of -> attempt.toString()),
                new Damage(
                        "simulated_charges",
                        of -> "delete from simulated_payment where key = '%s'".formatted(attempt),
                        of -> attempt.toString()),
                new Damage(
                        "refund_entries",
                        of -> "update refund_event set entry_id = null where refund_id = '%s'".formatted(refund),
                        of -> refund.toString()),
                cursor("set billed_on = null"),
                cursor("set billed_on = date '2026-04-01'"),
                cursor("set next_package_start = date '2026-03-01'"),
                cursor("set next_package_start = date '2026-04-02'"),
                cursor("set next_package_start = null, package_due_on = null"),
                cursor("set package_due_on = date '2026-03-31'"),
                cursor("set hourly_due_on = date '2026-03-31'"),
                cursor("set released = '{2026-02-01}'"),
                cursor("set released = '{2026-02-02}'"),
                cursor("set hourly_use = '{worth 2026-02-01 100}'"),
                cursor("set minimum_from = date '2026-03-01', adjustment_due_on = date '2026-04-01'"),
                cursor("set zone = 'UTC'"),
                cursor("set automatic = not automatic"));
    }

    private static Damage cursor(String change) {
        return new Damage(
                "billing_cursors",
                of -> "update billing_cursor %s where engagement_id = '%s'".formatted(change, of.mixed.id()),
                of -> of.mixed.id().toString());
    }

    static List<Arguments> all_damages() {
        return damages().map(Arguments::of).toList();
    }

    @Test
    void a_quarter_of_everything_that_moves_money_reconciles_L1() {
        Quarter quarter = quarter();

        Reconciliation found = ReportUseCases.reconcile(PORTS).reconcile(quarter.office.admin);

        assertThat(found.checks()).allSatisfy(check -> {
            assertThat(check.differences()).as(check.check()).isEmpty();
            assertThat(check.differing()).as(check.check()).isZero();
            assertThat(check.looked()).as("looked at by " + check.check()).isPositive();
        });
        assertThat(found.isClean()).isTrue();
    }

    @Test
    void adjusted_hours_reconcile_as_parts_of_them_are_released_and_billed_again_L7() {
        Quarter quarter = quarter();
        Office office = quarter.office;
        Cashier cashier = new Cashier(office);
        SignedEngagement adjusted = office.signed(Offers.adjusted(
                Offers.mixed("1000.00", "100.00"),
                new TermsInput.AdjustmentsOffer(
                        new TermsInput.IncludedOffer(60, 30, null),
                        new TermsInput.CapOffer(Offers.usd("250.00"), "period", "write_down"),
                        new TermsInput.MinimumOffer(Offers.usd("120.00"), null))));
        List<TimeEntryId> time = Stream.of(5, 6, 7, 8)
                .map(day -> office.approved(adjusted, LocalDate.of(2026, 1, day), 60)
                        .entry())
                .toList();
        cashier.issued(adjusted);
        Invoice january = cashier.issued(adjusted);

        for (TimeEntryId entry : time) {
            cashier.credited(january, Excess.CREDIT, new Item.Time(2, List.of(entry), true));
            assertThat(ReportUseCases.reconcile(PORTS).reconcile(office.admin).isClean())
                    .isTrue();
        }
        cashier.issued(adjusted);

        assertThat(ReportUseCases.reconcile(PORTS).reconcile(office.admin).isClean())
                .isTrue();
    }

    @Test
    void periods_that_include_no_minutes_reconcile_E13() {
        Quarter quarter = quarter();
        Office office = quarter.office;
        SignedEngagement skipping = office.signed(Offers.automatic(
                Offers.adjusted(
                        Offers.mixed("1000.00", "100.00"),
                        new TermsInput.AdjustmentsOffer(new TermsInput.IncludedOffer(60, 30, null), null, null)),
                CatchUp.BILL_CURRENT_ONLY));
        InvoiceId april =
                office.items(office.ran(new RunRequest(skipping.id(), null, false, false), Office.NOW)).stream()
                        .flatMap(item -> Stream.ofNullable(item.evidence().invoice()))
                        .findFirst()
                        .orElseThrow();
        Invoice invoice = office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().find(office.firm, april))
                .orElseThrow();

        new Cashier(office).credited(invoice, Excess.CREDIT, new Item.Amount(1, null));

        assertThat(ReportUseCases.reconcile(PORTS).reconcile(office.admin).isClean())
                .isTrue();
        HourlyUse use = office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingPositions().read(office.firm, skipping.id()))
                .orElseThrow()
                .cursor()
                .use();
        assertThat(use.sum(HourlyUse.Kind.SKIPPED)).isEqualTo(3);
        assertThat(use.sum(HourlyUse.Kind.CREDITED)).isEqualTo(1);
    }

    @Test
    void every_check_has_its_damage() {
        List<String> damaged = damages().map(Damage::check).distinct().toList();

        assertThat(ReportUseCases.reconcile(PORTS).checks())
                .extracting(ConsistencyCheck::name)
                .containsExactlyInAnyOrderElementsOf(damaged);
    }

    @ParameterizedTest
    @MethodSource("all_damages")
    void whatever_is_changed_by_hand_is_named_by_its_id_L1(Damage damage) throws SQLException {
        Quarter quarter = quarter();

        byHand(damage.sql().apply(quarter));

        Reconciliation found = ReportUseCases.reconcile(PORTS).reconcile(quarter.office.admin);
        Checked check = found.checks().stream()
                .filter(one -> one.check().equals(damage.check()))
                .findFirst()
                .orElseThrow();
        assertThat(found.isClean()).isFalse();
        assertThat(check.differences())
                .extracting(Difference::id)
                .contains(damage.id().apply(quarter));
        assertThat(check.differing()).isEqualTo(check.differences().size());
    }

    @Test
    void an_engagement_without_a_cursor_is_named_L1() throws SQLException {
        Quarter quarter = quarter();

        byHand("delete from billing_cursor where engagement_id = '%s'".formatted(quarter.mixed.id()));

        assertThat(ReportUseCases.reconcile(PORTS)
                        .reconcile(quarter.office.admin)
                        .checks())
                .flatMap(Checked::differences)
                .containsExactly(
                        new Difference("engagement", quarter.mixed.id().toString(), "a billing cursor", "none"));
    }

    /** What was collected and given back through the simulated processor. */
    private static AttemptId attempt = new AttemptId(new UUID(0, 0));

    private static RefundId refund = new RefundId(new UUID(0, 0));

    /** What no rule lets a dispute take, and where it is known by in suspense. */
    private static DisputeId suspended = new DisputeId(new UUID(0, 0));

    private static JournalEntryId item = new JournalEntryId(new UUID(0, 0));

    private static Quarter quarter() {
        PermissiveRulebook rulebook = new PermissiveRulebook();
        Quarter quarter = new Quarter(Office.open(TestDatabase.ports(), rulebook));
        Office office = quarter.office;
        Collecting collecting = Collecting.open(office);
        Invoice invoice = collecting.cashier().invoiceOf("100.00");
        ProcessorCall errand = collecting.errand(Office.NOW);
        attempt = errand.charge().attempt();
        office.ports
                .transactions()
                .in(
                        office.admin,
                        () -> PORTS.simulatedPayments()
                                .keep(
                                        office.firm,
                                        new SimulatedPayments.Payment(
                                                attempt,
                                                invoice.id(),
                                                "card-succeeds",
                                                Cashier.usd("100.00"),
                                                Office.NOW)));
        collecting.said(attempt, new AttemptUpdate.Succeeded("sim_" + attempt, Cashier.usd("100.00")), Office.NOW);
        RefundPayment.Request request = new RefundPayment.Request(
                collecting.attempt(attempt).payment().orElseThrow(), Cashier.usd("30.00"), new CustomerText("Reason"));
        refund = ((RequestRefund.Outcome.Requested)
                        office.engine.requestRefund().ask(office.admin, request, Office.NOW))
                .refund()
                .id();
        suspend(office, rulebook);
        return quarter;
    }

    /** A dispute takes five dollars, which no rule lets count, and the firm bears them. */
    private static void suspend(Office office, PermissiveRulebook rulebook) {
        Story story = new Story("du_2", "sim_" + attempt, Cashier.usd("5.00"));
        office.engine
                .recordDispute()
                .record(
                        office.firm,
                        story.at(0, DisputeEvent.Kind.OPENED, DisputeState.INQUIRY_NEEDS_RESPONSE),
                        Office.NOW);
        suspended = office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .disputes()
                                .find(office.firm, new Dispute.Reference(Collecting.PROCESSOR, "du_2")))
                .orElseThrow()
                .id();
        rulebook.refuse("dispute/" + suspended);
        office.engine
                .recordDispute()
                .record(
                        office.firm,
                        story.at(1, DisputeEvent.Kind.UPDATED, DisputeState.INQUIRY_NEEDS_RESPONSE, story.taken()),
                        Office.NOW);
        item = office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .suspense(office.firm, new SuspenseFilter(null, null, null, null, true), 1))
                .getFirst()
                .id();
        office.engine
                .resolveSuspense()
                .settle(
                        office.admin,
                        new ResolveSuspense.Request(item, SuspenseTarget.FIRM, null, new CustomerText("Reason")),
                        Office.NOW);
    }

    /** With triggers and foreign keys off, as nobody but a superuser can. */
    private static void byHand(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        TestDatabase.url(),
                        System.getProperty("feewright.test.superuser", "postgres"),
                        System.getProperty("feewright.test.superuser-password", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }
}
