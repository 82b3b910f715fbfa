package feewright.api.demo;

import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.engagement.PricingMode;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.Transactions;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Fills the demo's firm once: signed engagements of every pricing mode, a quarter of time, and the first invoice of the mixed
 * engagement, so that its next one has both package and hours. One transaction: a start that is interrupted leaves nothing half made.
 */
record DemoWork(Agreeing agreeing, Working working, Transactions transactions, Clock clock) {

    /** What makes engagements. */
    record Agreeing(DraftTerms draftTerms, SignEngagement signEngagement, Engagements engagements) {}

    /** What makes time and invoices. */
    record Working(LogTime logTime, SubmitTime submitTime, ReviewTime reviewTime, IssueInvoice issueInvoice) {}

    private static final String DOCUMENT = "5c".repeat(32);

    /** Fills the firm, unless it has engagements already. */
    void fill() {
        Actor admin = DemoPerson.ADMIN.actor();
        transactions.in(admin, () -> {
            if (agreeing.engagements()
                    .page(DemoPerson.FIRM, new EngagementFilter(null, null, null), 1)
                    .isEmpty()) {
                fill(admin, clock.instant());
            }
            return true;
        });
    }

    /** The mixed engagement of the portal's client: what the examples bill. */
    EngagementId example() {
        EngagementFilter ofPortal = new EngagementFilter(null, DemoPerson.PORTAL_CLIENT, true);
        return transactions.reading(
                DemoPerson.ADMIN.actor(),
                () -> agreeing.engagements().page(DemoPerson.FIRM, ofPortal, 100).stream()
                        .filter(engagement -> engagement.terms().pricing().mode() == PricingMode.MIXED)
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private void fill(Actor admin, Instant now) {
        LocalDate start = LocalDate.ofInstant(now, ZoneId.of(DemoFirm.ZONE))
                .withDayOfMonth(1)
                .minusMonths(3);
        DemoAgreements agreements = new DemoAgreements(start);
        EngagementId mixed = signed(admin, DemoPerson.PORTAL_CLIENT, agreements.mixed(), now);
        EngagementId byClient = signed(admin, DemoPerson.PORTAL_CLIENT, agreements.approvedByClient(), now);
        EngagementId hourly = signed(admin, DemoFirm.HOURLY_CLIENT, agreements.hourly(), now);
        signed(admin, DemoFirm.PACKAGE_CLIENT, agreements.packaged(), now);
        signed(admin, DemoFirm.PACKAGE_CLIENT, agreements.automatic(), now);
        DemoQuarter quarter = new DemoQuarter(working.logTime(), working.submitTime(), working.reviewTime(), now);
        quarter.log(mixed, List.of(DemoPerson.STAFF.person(), DemoFirm.PARTNER, DemoFirm.ASSOCIATE), start);
        quarter.log(hourly, List.of(DemoFirm.PARTNER, DemoFirm.ASSOCIATE), start);
        quarter.log(byClient, List.of(DemoPerson.STAFF.person()), start.plusMonths(2));
        working.issueInvoice().issue(admin, InvoiceRequest.dueOf(mixed), null, now);
    }

    private EngagementId signed(Actor admin, ClientId client, TermsInput offer, Instant now) {
        EngagementId id = switch (agreeing.draftTerms().draft(admin, client, offer)) {
            case DraftTerms.Outcome.Drafted drafted -> drafted.draft().id();
            case DraftTerms.Outcome other ->
                throw new IllegalStateException("the demo's terms are sound, but: " + other);
        };
        SignEngagement.Request request = new SignEngagement.Request(
                id, Signature.Method.E_SIGNATURE, DOCUMENT, now, new CustomerText("Robin Alder"));
        return switch (agreeing.signEngagement().sign(admin, request, now)) {
            case SignEngagement.Outcome.Signed(SignedEngagement engagement, var decision) -> engagement.id();
            case SignEngagement.Outcome other ->
                throw new IllegalStateException("the demo's engagements are signed, but: " + other);
        };
    }
}
