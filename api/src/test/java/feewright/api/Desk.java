package feewright.api;

import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsOffer;
import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.firm.PersonId;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.Category;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.ManualCharge;
import feewright.time.Approval.Side;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeNote;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An office where everything due is billed, so that whatever is issued after is too much. */
final class Desk {

    final Office office;
    final SignedEngagement packaged;
    final SignedEngagement hourly;
    final SignedEngagement unapproved;
    final SignedEngagement unbillable;
    final SignedEngagement asking;
    final EntryVersion billed;
    final EntryVersion submitted;
    final EntryVersion draft;

    Desk(Office office) {
        this.office = office;
        packaged = office.signed(
                Offers.over(Offers.START, GuardsRemovedTest.DAY.plusDays(1), Offers.monthlyPackage("500.00")));
        hourly = office.signed(Offers.hourly("100.00"));
        unapproved = office.signed(Offers.hourly("100.00"));
        unbillable = office.signed(Offers.hourly("100.00"));
        asking = office.signed(Offers.withClientApproval(Offers.hourly("100.00")));
        billed = office.approved(hourly, GuardsRemovedTest.DAY, 60);
        submitted = office.submitted(unapproved, GuardsRemovedTest.DAY, 61);
        draft = office.logged(unapproved, GuardsRemovedTest.DAY, 62);
        office.approved(asking, GuardsRemovedTest.DAY, 63);
        EntryVersion goodwill = logged(new TimeNote(
                unbillable.id(),
                office.staff.person(),
                null,
                GuardsRemovedTest.DAY,
                64,
                false,
                new Content("Goodwill")));
        office.engine.submitTime().submit(office.staff, goodwill, Office.NOW);
        approve(office.admin, goodwill);
        issue(InvoiceRequest.dueOf(packaged.id()));
        issue(InvoiceRequest.dueOf(hourly.id()));
    }

    private EntryVersion logged(TimeNote note) {
        return ((LogTime.Outcome.Logged) office.engine.logTime().log(office.staff, note, Office.NOW))
                .draft()
                .version();
    }

    void issue(InvoiceRequest request) {
        office.engine.issueInvoice().issue(office.admin, request, null, Office.NOW);
    }

    InvoiceRequest unlinked() {
        return new InvoiceRequest(
                new InvoiceRequest.Of.ClientOnly(office.client, CurrencyUnit.USD, 30),
                null,
                charges(CurrencyUnit.USD),
                null);
    }

    InvoiceRequest charged(CurrencyUnit currency) {
        return new InvoiceRequest(new InvoiceRequest.Of.Engagement(hourly.id()), null, charges(currency), null);
    }

    private static List<ManualCharge> charges(CurrencyUnit currency) {
        return List.of(new ManualCharge(Category.EXPENSE, new Content("Travel"), Money.ofMinor(currency, 1000)));
    }

    void approve(Actor by, EntryVersion version) {
        office.engine.reviewTime().approve(by, Side.FIRM, List.of(version), Office.NOW);
    }

    void reject(EntryVersion version) {
        office.engine.reviewTime().reject(office.masterAdmin, new Content("No"), List.of(version), Office.NOW);
    }

    void revise(EntryVersion version) {
        office.engine
                .logTime()
                .revise(office.staff, version, office.note(hourly, GuardsRemovedTest.DAY, 90), Office.NOW);
    }

    void log(SignedEngagement engagement, LocalDate day, int minutes) {
        office.engine.logTime().log(office.staff, office.note(engagement, day, minutes), Office.NOW);
    }

    void logForNobody() {
        PersonId nobody = new PersonId(office.ports.ids().next());
        TimeNote note = new TimeNote(hourly.id(), nobody, null, GuardsRemovedTest.DAY, 10, true, new Content("Work"));
        office.engine.logTime().log(office.admin, note, Office.NOW);
    }

    void signAgain() {
        office.engine
                .signEngagement()
                .sign(
                        office.admin,
                        new SignEngagement.Request(
                                hourly.id(),
                                Signature.Method.E_SIGNATURE,
                                "b".repeat(64),
                                Office.NOW,
                                new Content("Another")),
                        Office.NOW);
    }

    void reviseSigned() {
        office.engine.draftTerms().revise(office.admin, hourly.id(), 1, Offers.hourly("900.00"));
    }

    void draft(TermsOffer offer) {
        office.engine.draftTerms().draft(office.admin, office.client, offer);
    }
}
