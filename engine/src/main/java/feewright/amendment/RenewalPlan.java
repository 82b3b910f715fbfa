package feewright.amendment;

import feewright.engagement.DraftEngagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.rule.DecisionMaker;
import java.time.LocalDate;

/** A renewal that is worked out: who asks, where the old term is cut, and the successor that is to be signed. */
record RenewalPlan(
        DecisionMaker.Requester by,
        TermCutter.Result.At at,
        DraftEngagement successor,
        RenewalRequest.Signing signing) {

    LocalDate day() {
        return at.cut().day();
    }

    SignedEngagement renewed() {
        return at.engagement();
    }

    /** Whether the old term goes on beyond the day: then it ends there. */
    boolean isEarly() {
        LocalDate end = renewed().inEffect().term().end();
        return end == null || day().isBefore(end);
    }

    SignedEngagement signed() {
        return successor.sign(new Signature(
                signing.method(),
                signing.documentHash(),
                signing.signedAt(),
                by.actor().person(),
                by.at()));
    }
}
