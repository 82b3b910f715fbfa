package feewright.credit;

import feewright.platform.PersonId;
import java.time.Instant;

/** Whether a grant was agreed to. */
public sealed interface CreditReview {

    /** Its source needs nobody else to agree. */
    record NotNeeded() implements CreditReview {}

    /** Somebody else still has to agree. */
    record Waiting() implements CreditReview {}

    record Approved(PersonId by, Instant at) implements CreditReview {}

    record Rejected(PersonId by, Instant at) implements CreditReview {}

    /** Whether its amount was put into its account. */
    default boolean stands() {
        return this instanceof NotNeeded || this instanceof Approved;
    }
}
