package feewright.stripe;

import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentFailure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why Stripe says that a payment failed: its codes, without its words. */
record PaymentError(
        @Nullable String code,
        @Nullable String declineCode,
        @Nullable String adviceCode,
        @Nullable String networkAdviceCode,
        @Nullable String brand) {

    /** The customer was away, and is needed. */
    private static final Set<String> NEEDS_THE_CUSTOMER =
            Set.of("authentication_required", "payment_intent_action_required");

    static PaymentError of(StripeError error) {
        PaymentMethod method = error.getPaymentMethod();
        return new PaymentError(
                Codes.code(error.getCode()),
                Codes.code(error.getDeclineCode()),
                Codes.code(error.getAdviceCode()),
                Codes.code(error.getNetworkAdviceCode()),
                method == null || method.getCard() == null
                        ? null
                        : Codes.code(method.getCard().getBrand()));
    }

    static PaymentError of(JsonView error) {
        JsonView method = error.object("payment_method");
        JsonView card = method == null ? null : method.object("card");
        return new PaymentError(
                Codes.code(error.text("code")),
                Codes.code(error.text("decline_code")),
                Codes.code(error.text("advice_code")),
                Codes.code(error.text("network_advice_code")),
                card == null ? null : Codes.code(card.text("brand")));
    }

    /** What became of the payment; {@code reference} is null where Stripe did not get as far as to make one. */
    AttemptUpdate report(@Nullable String reference, boolean hardUnlessKnown) {
        boolean away = is(code) || is(declineCode);
        return away && reference != null
                ? new AttemptUpdate.ActionRequired(reference)
                : new AttemptUpdate.Failed(reference, failure(hardUnlessKnown));
    }

    /** {@code hardUnlessKnown}: what is to be thought of a code that no table has. */
    PaymentFailure failure(boolean hardUnlessKnown) {
        Declines.Meaning meaning = Declines.meaning(declineCode, code, hardUnlessKnown);
        PaymentFailure.Advice advice = advice();
        String said = declineCode != null ? declineCode : code;
        return new PaymentFailure(
                meaning.category(),
                meaning.hard() || advice == PaymentFailure.Advice.NEVER_AGAIN,
                said == null ? "unnamed" : said,
                advice);
    }

    /** Stripe's own summary, and Mastercard's code beside it: 03 and 21 forbid to try again, whatever else is said. */
    private PaymentFailure.@Nullable Advice advice() {
        boolean mastercard = brand == null || brand.equals("mastercard");
        if (mastercard && ("03".equals(networkAdviceCode) || "21".equals(networkAdviceCode))) {
            return PaymentFailure.Advice.NEVER_AGAIN;
        }
        return switch (adviceCode) {
            case "do_not_try_again" -> PaymentFailure.Advice.NEVER_AGAIN;
            case "try_again_later" -> PaymentFailure.Advice.TRY_LATER;
            case "confirm_card_data" -> PaymentFailure.Advice.NEW_DETAILS;
            case null, default -> null;
        };
    }

    private static boolean is(@Nullable String code) {
        return code != null && NEEDS_THE_CUSTOMER.contains(code);
    }
}
