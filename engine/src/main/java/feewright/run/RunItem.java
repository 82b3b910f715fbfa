package feewright.run;

import feewright.engagement.EngagementId;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.platform.Coded;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a run did, or in a dry run would do, with the dues that one engagement had on one day. A fact. */
public record RunItem(
        EngagementId engagement,
        LocalDate billing,
        Outcome outcome,
        Evidence evidence,
        @Nullable Money amount) {

    /** The code of what is held because later dues have come as well. */
    public static final String MISSED_PERIODS = "missed_periods";

    static RunItem issued(EngagementId engagement, Invoice.Head head) {
        Evidence evidence = new Evidence(head.id(), head.provenance().decision(), List.of());
        return new RunItem(
                engagement,
                head.dates().billing(),
                Outcome.ISSUED,
                evidence,
                head.totals().total());
    }

    static RunItem skipped(EngagementId engagement, LocalDate billing) {
        return new RunItem(engagement, billing, Outcome.SKIPPED, Evidence.NONE, null);
    }

    static RunItem held(EngagementId engagement, LocalDate billing) {
        return new RunItem(
                engagement, billing, Outcome.NEEDS_REVIEW, new Evidence(null, null, List.of(MISSED_PERIODS)), null);
    }

    /** What fails whenever it is tried; on the UTC day, because its terms may be what is broken. */
    static RunItem broken(EngagementId engagement, Instant now, List<String> codes) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new RunItem(engagement, day, Outcome.FAILED, new Evidence(null, null, codes), null);
    }

    /** What speaks for it: the invoice, the decision, and codes where it was not issued. */
    public record Evidence(
            @Nullable InvoiceId invoice, @Nullable DecisionId decision, List<String> codes) {

        /** Nothing to show. */
        static final Evidence NONE = new Evidence(null, null, List.of());

        public Evidence {
            codes = List.copyOf(codes);
        }
    }

    /** What became of it. */
    public enum Outcome implements Coded {
        ISSUED,
        /** A dry run would issue it. */
        WOULD_ISSUE,
        /** The rules refuse it: set aside. */
        REFUSED,
        /** It could not be assembled or saved: set aside. */
        FAILED,
        /** Its terms leave missed periods to a person: set aside. */
        NEEDS_REVIEW,
        /** Its terms leave missed periods unbilled. */
        SKIPPED;

        /** Whether runs leave the engagement alone from here on. */
        public boolean setsAside() {
            return this == REFUSED || this == FAILED || this == NEEDS_REVIEW;
        }
    }
}
