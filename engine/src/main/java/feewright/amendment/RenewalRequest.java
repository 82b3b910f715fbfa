package feewright.amendment;

import feewright.engagement.EngagementId;
import feewright.engagement.Signature;
import feewright.engagement.TermsInput;
import feewright.platform.CustomerText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a renewal is asked for: the day on which the successor takes over, its terms (null: the same over as long a term), its
 * signature, and what becomes of a period that was billed beyond the day (null: nobody said).
 */
public record RenewalRequest(
        EngagementId engagement,
        LocalDate handOver,
        @Nullable TermsInput terms,
        Signing signing,
        @Nullable BilledInAdvance billedInAdvance) {

    /** How the client signed the successor: the method, the document (SHA-256 in hex), when, and by whose name (content). */
    public record Signing(Signature.Method method, String documentHash, Instant signedAt, CustomerText signatory) {}
}
