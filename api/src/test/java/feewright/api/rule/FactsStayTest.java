package feewright.api.rule;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.amendment.ResumeEngagement;
import feewright.api.fixture.FactRows;
import feewright.api.fixture.World;
import feewright.drools.DroolsRulebook;
import feewright.engagement.EndingReason;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Disputing;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.ExplainInvoice;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.ledger.VoidInvoice;
import feewright.platform.CustomerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens later, every row of every fact stays what it was, column by column (requirement R2), and so do the documents of
 * invoices. Which tables hold facts the database itself says. A purge blanks content, which is no fact: it has to stand this as well.
 */
class FactsStayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 6);

    private final Office office = World.WHOLE.office();
    private final Disputing disputing = Disputing.open(office);
    private final Disputing.Paid paid = disputing.paid("100.00", "100.00");
    private final SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
    private Invoice last;
    private Invoice document;
    private FactRows before;

    @BeforeEach
    void aHistory() throws SQLException {
        SignedEngagement hourly = office.signed(Offers.withClientApproval(Offers.hourly("80.00")));
        office.approved(mixed, LocalDate.of(2026, 1, 5), 90);
        office.submitted(mixed, LocalDate.of(2026, 4, 1), 45);
        office.submitted(hourly, LocalDate.of(2026, 1, 5), 45);
        document = issued(mixed);
        issued(mixed);
        issued(mixed);
        last = issued(mixed);
        disputing.cashier().paid(document, "300.00");
        disputing.cashier().deposited("50.00");
        before = FactRows.of(office.firm);
        assertThat(before.tables())
                .contains(
                        "terms",
                        "engagement",
                        "time_entry_version",
                        "time_approval",
                        "invoice",
                        "invoice_line",
                        "transfer")
                .contains("journal_entry", "payment_attempt_event", "decision", "audit_event");
    }

    @Test
    void after_a_renewal_R2() throws SQLException {
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));

        var outcome = office.engine
                .renewEngagement()
                .renew(
                        office.admin,
                        new RenewalRequest(
                                mixed.id(),
                                DAY,
                                Offers.hourly("140.00").startingOn(DAY),
                                signing,
                                BilledInAdvance.CREDIT),
                        Office.NOW);

        assertThat(outcome).isInstanceOf(RenewEngagement.Outcome.Renewed.class);
        everythingStays("engagement_renewal", "engagement_ending", "engagement", "terms", "credit_note_line");
    }

    @Test
    void after_an_ending_R2() throws SQLException {
        var outcome = office.engine
                .endEngagement()
                .end(
                        office.admin,
                        new EndEngagement.Request(
                                mixed.id(),
                                DAY,
                                EndingReason.BY_CLIENT,
                                new AmendmentTexts(new CustomerText("Moved"), null),
                                BilledInAdvance.CREDIT),
                        Office.NOW);

        assertThat(outcome).isInstanceOf(EndEngagement.Outcome.Ended.class);
        everythingStays("engagement_ending", "credit_note_line");
    }

    @Test
    void after_a_pause_and_its_end_R2() throws SQLException {
        var outcome = office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(mixed.id(), DAY, AmendmentTexts.NONE, BilledInAdvance.CREDIT),
                        Office.NOW);
        var resumed = office.engine.resumeEngagement().resume(office.admin, mixed.id(), DAY.plusDays(2), Office.NOW);
        issued(mixed);

        assertThat(outcome).isInstanceOf(PauseEngagement.Outcome.Paused.class);
        assertThat(resumed).isInstanceOf(ResumeEngagement.Outcome.Resumed.class);
        everythingStays("engagement_pause", "engagement_resumption", "invoice");
    }

    @Test
    void after_a_void_and_billing_again_R2() throws SQLException {
        var outcome =
                office.engine.voidInvoice().voidInvoice(office.admin, last.id(), new CustomerText("Wrong"), Office.NOW);
        issued(mixed);

        assertThat(outcome).isInstanceOf(VoidInvoice.Outcome.Voided.class);
        everythingStays("journal_entry", "invoice");
    }

    @Test
    void after_a_dispute_that_is_lost_R2() throws SQLException {
        Disputing.Story story = Disputing.story("d-" + office.firm, paid, "100.00");

        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.tell(story.at(1, CLOSED, LOST, story.taken()));

        everythingStays("dispute", "dispute_event", "journal_entry");
    }

    @Test
    void after_another_rule_pack_R2(@TempDir Path authors) throws SQLException, IOException {
        Files.createDirectories(authors.resolve("invoice"));
        Files.writeString(authors.resolve("invoice/nothing-is-invoiced.drl"), """
            // Agreed with nobody.
            package feewright.pack.invoice

            import feewright.invoice.InvoiceFact
            import feewright.rule.Conclusion.Violation

            rule "NOT-01 nothing is invoiced"
            when
                $invoice : InvoiceFact()
            then
                insertLogical(new Violation("NOT-01", $invoice.ref()));
            end
            """);
        Files.writeString(authors.resolve("invoice/nothing-is-invoiced.yaml"), """
            scenarios:
              - name: nothing is
                given: an hourly invoice
                expect: {permits: [INV-15], justified: {line/1: INV-07}, violations: [NOT-01]}
              - name: without an invoice there is nothing to refuse
                given: [admin]
                expect: {}
            """);
        Office changed = office.restarted(office.ports, DroolsRulebook.open(authors));
        SignedEngagement another = changed.signed(Offers.monthlyPackage("10.00"));

        IssueInvoice.Outcome refused = changed.engine
                .issueInvoice()
                .issue(changed.admin, InvoiceRequest.dueOf(another.id()), null, Office.NOW);

        assertThat(refused).isInstanceOf(IssueInvoice.Outcome.Refused.class);
        everythingStays("decision", "engagement");
    }

    /** All old rows are there; new ones came in these tables; and the document of an old invoice, with its explanation, is the same. */
    private void everythingStays(String... grown) throws SQLException {
        FactRows after = FactRows.of(office.firm);
        assertThat(before.lostIn(after)).isEmpty();
        FactRows fresh = new FactRows(after.rows().stream()
                .filter(row -> !before.rows().contains(row))
                .collect(Collectors.toSet()));
        assertThat(fresh.tables()).contains(grown);
        assertThat(FactRows.allTables()).containsAll(after.tables()).hasSizeGreaterThan(30);
        assertThat(office.ports
                        .transactions()
                        .reading(office.admin, () -> office.ports.invoices().find(office.firm, document.id())))
                .contains(document);
        ExplainInvoice explain = office.engine.explainInvoice();
        assertThat(explain.explain(office.admin, document.id()).orElseThrow().lines())
                .allSatisfy(line -> assertThat(line.justifiedBy()).isNotEmpty());
    }

    private Invoice issued(SignedEngagement engagement) {
        return switch (office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW)) {
            case IssueInvoice.Outcome.Issued issued -> issued.invoice();
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }
}
