package feewright.jdbc;

import feewright.engagement.SignedEngagement;
import feewright.firm.Content;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeNote;
import java.time.LocalDate;
import java.util.List;

/** A firm with an engagement of each mode, entries in every state, and one mixed invoice. */
final class Books {

    static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    final Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    final SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
    final SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
    final SignedEngagement packaged = office.signed(Offers.monthlyPackage("500.00"));
    final EntryVersion billed = office.approved(mixed, DAY, 60);
    final Invoice first = issue();
    final Invoice invoice = issue();
    final EntryVersion approved = office.approved(mixed, DAY, 30);
    final EntryVersion submitted = office.submitted(mixed, DAY, 31);
    final EntryVersion logged = office.logged(mixed, DAY, 32);
    final EntryVersion elsewhere = office.approved(hourly, DAY, 33);

    Invoice issue() {
        return issue(mixed);
    }

    Invoice issue(SignedEngagement engagement) {
        IssueInvoice.Outcome outcome = office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
        return ((IssueInvoice.Outcome.Issued) outcome).invoice();
    }

    /** Approved work that the client is not to pay for. */
    EntryVersion unbillable() {
        TimeNote note = new TimeNote(mixed.id(), office.staff.person(), null, DAY, 34, false, new Content("Goodwill"));
        LogTime.Outcome.Logged logged =
                (LogTime.Outcome.Logged) office.engine.logTime().log(office.staff, note, Office.NOW);
        EntryVersion version = logged.draft().version();
        office.engine.submitTime().submit(office.staff, version, Office.NOW);
        office.engine.reviewTime().approve(office.admin, Approval.Side.FIRM, List.of(version), Office.NOW);
        return version;
    }

    ByHand byHand() {
        return new ByHand(office.firm);
    }
}
