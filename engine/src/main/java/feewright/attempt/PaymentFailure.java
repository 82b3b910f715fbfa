package feewright.attempt;

import feewright.platform.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed. {@code code} is the processor's own, never its words; {@code hard} says that the same method cannot work;
 * {@code advice} is what the card network said of trying again.
 */
public record PaymentFailure(
        Category category,
        boolean hard,
        String code,
        @Nullable Advice advice) {

    /** Requirement A3's categories. */
    public enum Category implements Coded {
        CARD_DECLINED,
        INSUFFICIENT_FUNDS,
        EXPIRED_CARD,
        INCORRECT_CVC,
        AUTHENTICATION_REQUIRED,
        METHOD_MISSING,
        PROCESSING_ERROR,
        NETWORK,
        OTHER;
    }

    /** What a card network advises: never to try this method again, to try later, or to ask for other details first. */
    public enum Advice implements Coded {
        NEVER_AGAIN,
        TRY_LATER,
        NEW_DETAILS;
    }
}
