package feewright.engagement;

import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.util.List;

/**
 * Port: what becomes of signed engagements, as facts, and who renews whom. Whoever adds one has locked the billing of the
 * engagement; each also keeps where its billing goes on.
 */
public interface Amendments {

    /** Keeps the ending, and lets open time be due by it. Fails with ConcurrentChange if the engagement ended before. */
    void end(SignedEngagement ended, EndingReason reason, Recorded recorded, BillingCursor cursor);

    /** Keeps the latest pause. Fails with ConcurrentChange if somebody else paused it meanwhile. */
    void pause(SignedEngagement paused, Recorded recorded, BillingCursor cursor);

    /** Keeps that the latest pause is over. Fails with ConcurrentChange if somebody else resumed it meanwhile. */
    void resume(SignedEngagement resumed, Recorded recorded, BillingCursor cursor);

    /** Keeps who takes over. Fails with ConcurrentChange if the engagement has a successor. */
    void renew(SignedEngagement successor, Succession succession, Recorded recorded);

    /** The whole chain that the engagement belongs to, oldest first; empty where it neither renews nor is renewed. */
    List<Succession> chain(FirmId firm, EngagementId engagement);

    /** Who recorded something, when, and by which decision. */
    record Recorded(PersonId by, Instant at, DecisionId decision) {}
}
