package feewright.run;

import feewright.engagement.EngagementId;
import feewright.engagement.Terms;
import feewright.invoice.BillingPosition;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Some engagements of a run, to be billed at an instant. */
record BillingBatch(BillingRun run, List<EngagementId> engagements, Instant now) {

    /** Invoices of one engagement in one transaction; what is written by none need not be cut. */
    private static final int MOST_INVOICES = 50;

    private static final int MOST_LISTED = 5_000;

    BillingBatch {
        engagements = List.copyOf(engagements);
    }

    FirmId firm() {
        return run.firm();
    }

    Actor actor() {
        return Actor.scheduler(run.firm());
    }

    boolean isDry() {
        return run.request().dryRun();
    }

    /** How many invoices of one engagement are made at once: the rest of what is written comes in the next transaction. */
    int mostInvoices() {
        return isDry() ? MOST_LISTED : MOST_INVOICES;
    }

    /** The day that an invoice of these terms bears. */
    LocalDate today(Terms terms) {
        return LocalDate.ofInstant(now, terms.conditions().zone());
    }

    CatchUpPolicy catching(BillingPosition position) {
        return new CatchUpPolicy(
                position, run.request().upTo(today(position.engagement().terms())));
    }
}
