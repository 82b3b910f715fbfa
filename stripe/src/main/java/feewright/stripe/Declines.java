package feewright.stripe;

import static feewright.attempt.PaymentFailure.Category.AUTHENTICATION_REQUIRED;
import static feewright.attempt.PaymentFailure.Category.CARD_DECLINED;
import static feewright.attempt.PaymentFailure.Category.EXPIRED_CARD;
import static feewright.attempt.PaymentFailure.Category.INCORRECT_CVC;
import static feewright.attempt.PaymentFailure.Category.INSUFFICIENT_FUNDS;
import static feewright.attempt.PaymentFailure.Category.METHOD_MISSING;
import static feewright.attempt.PaymentFailure.Category.NETWORK;
import static feewright.attempt.PaymentFailure.Category.OTHER;
import static feewright.attempt.PaymentFailure.Category.PROCESSING_ERROR;

import feewright.attempt.PaymentFailure.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's codes mean: decline codes of cards and bank debits, and error codes. Hard are those after which Stripe itself does not
 * try a method again, and those that say of the method or its mandate that it is gone. Sources: docs.stripe.com/declines/codes,
 * /declines/network-codes, /error-codes and /billing/revenue-recovery/smart-retries.
 */
final class Declines {

    /** A category of requirement A3, and whether the same method cannot work. */
    record Meaning(Category category, boolean hard) {}

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        hard(
                CARD_DECLINED,
                List.of(
                        "card_not_supported",
                        "currency_not_supported",
                        "do_not_try_again",
                        "fraudulent",
                        "highest_risk_level",
                        "incorrect_number",
                        "invalid_account",
                        "invalid_number",
                        "lost_card",
                        "merchant_blacklist",
                        "new_account_information_available",
                        "pickup_card",
                        "pin_try_exceeded",
                        "previously_declined_do_not_retry",
                        "restricted_card",
                        "revocation_of_all_authorizations",
                        "revocation_of_authorization",
                        "stolen_card",
                        "stop_payment_order",
                        "testmode_decline",
                        "transaction_not_allowed"));
        soft(
                CARD_DECLINED,
                List.of(
                        "approve_with_id",
                        "call_issuer",
                        "card_declined",
                        "card_velocity_exceeded",
                        "do_not_honor",
                        "duplicate_transaction",
                        "generic_decline",
                        "incorrect_address",
                        "incorrect_zip",
                        "invalid_amount",
                        "no_action_taken",
                        "not_permitted",
                        "security_violation",
                        "service_not_allowed"));
        hard(EXPIRED_CARD, List.of("expired_card", "invalid_expiry_month", "invalid_expiry_year"));
        soft(INSUFFICIENT_FUNDS, List.of("insufficient_funds", "withdrawal_count_limit_exceeded"));
        soft(INCORRECT_CVC, List.of("incorrect_cvc", "invalid_cvc"));
        soft(
                AUTHENTICATION_REQUIRED,
                List.of(
                        "authentication_not_handled",
                        "authentication_required",
                        "mobile_device_authentication_required",
                        "payment_intent_action_required",
                        "payment_intent_authentication_failure",
                        "setup_intent_authentication_failure"));
        hard(
                METHOD_MISSING,
                List.of(
                        "account_closed",
                        "bank_account_closed",
                        "bank_account_frozen",
                        "bank_account_invalid_details",
                        "bank_account_restricted",
                        "bank_account_unusable",
                        "billing_invalid_mandate",
                        "debit_not_authorized",
                        "india_recurring_payment_mandate_canceled",
                        "no_account",
                        "payment_intent_mandate_invalid",
                        "payment_method_bank_account_blocked",
                        "payment_method_unactivated",
                        "resource_missing",
                        "tokenized_account_number_deactivated"));
        soft(
                PROCESSING_ERROR,
                List.of("could_not_process", "processing_error", "reenter_transaction", "try_again_later"));
        soft(
                NETWORK,
                List.of("issuer_not_available", "payment_method_not_available", "payment_method_provider_timeout"));
        soft(OTHER, List.of("payment_intent_payment_attempt_failed", "payment_intent_payment_attempt_expired"));
    }

    private Declines() {}

    /** The decline code says more than the error code, where there is one that is known. */
    static Meaning meaning(@Nullable String declineCode, @Nullable String code, boolean hardUnlessKnown) {
        Meaning meaning = declineCode == null ? null : MEANINGS.get(declineCode);
        if (meaning == null && code != null) {
            meaning = MEANINGS.get(code);
        }
        return meaning == null ? new Meaning(OTHER, hardUnlessKnown) : meaning;
    }

    private static void hard(Category category, List<String> codes) {
        codes.forEach(code -> MEANINGS.put(code, new Meaning(category, true)));
    }

    private static void soft(Category category, List<String> codes) {
        codes.forEach(code -> MEANINGS.put(code, new Meaning(category, false)));
    }
}
