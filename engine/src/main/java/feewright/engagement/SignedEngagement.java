package feewright.engagement;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;

/** Signed: nothing that was agreed ever changes (requirement E1). What becomes of it is its course: facts that are added. */
public record SignedEngagement(
        FirmId firm, EngagementId id, ClientId client, Terms terms, Signature signature, EngagementAmendments course)
        implements Engagement {

    @Override
    public Terms inEffect() {
        return terms.following(course);
    }

    /** Ended before {@code day}: its remaining periods and time are billed to there. */
    public SignedEngagement endOn(LocalDate day) {
        return with(course.ended(day));
    }

    /** Paused from {@code firstDay} on, until it is resumed. */
    public SignedEngagement pauseFrom(LocalDate firstDay) {
        return with(course.paused(firstDay));
    }

    /** Resumed on {@code day}. */
    public SignedEngagement resumeOn(LocalDate day) {
        return with(course.resumed(day));
    }

    /** Its successor, to be signed: of the same client, under terms that start where this one ends (requirement R1). */
    public DraftEngagement renew(EngagementId successor, Terms newTerms) {
        return new DraftEngagement(firm, successor, client, newTerms, 1);
    }

    private SignedEngagement with(EngagementAmendments next) {
        return new SignedEngagement(firm, id, client, terms, signature, next);
    }
}
