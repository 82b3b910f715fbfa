package feewright.stripe;

import feewright.stripe.ScriptedStripe.Reply;

/** Stripe's answers, in the shape that API version 2026-07-29.dahlia has, shortened by what nobody reads. */
final class StripeBodies {

    /** Words that have to stay where they are. */
    static final String WORDS = "Ms Example, your card was declined";

    private StripeBodies() {}

    static String intent(String status) {
        return intent("pi_1", status, "null");
    }

    static String intent(String id, String status, String lastError) {
        return intentOf(id, status, Charges.ATTEMPT.toString(), lastError);
    }

    static String intentOf(String id, String status, String attempt, String lastError) {
        return """
            {"id": "%s", "object": "payment_intent", "amount": 12500, "amount_capturable": 0,
             "amount_received": %d, "automatic_payment_methods": {"allow_redirects": "never", "enabled": true},
             "canceled_at": null, "capture_method": "automatic_async", "client_secret": "%s_secret_x",
             "confirmation_method": "automatic", "created": 1795374000, "currency": "usd", "customer": "cus_1",
             "description": null, "last_payment_error": %s, "latest_charge": "ch_1", "livemode": false,
             "metadata": {"attempt": "%s", "firm": "%s", "invoice": "%s"}, "next_action": null,
             "payment_method": "pm_1", "payment_method_types": ["card"], "processing": null, "status": "%s"}
            """.formatted(
                        id,
                        status.equals("succeeded") ? 12500 : 0,
                        id,
                        lastError,
                        attempt,
                        Charges.FIRM,
                        Charges.INVOICE,
                        status);
    }

    /** The error of a decline, with the payment that failed in it. */
    static Reply declined(String code, String more) {
        String error = error("card_error", code, more);
        String intent = intent("pi_1", "requires_payment_method", error);
        return Reply.of(
                402,
                "{\"error\": " + error.substring(0, error.length() - 1) + ", \"payment_intent\": " + intent + "}}");
    }

    static Reply refused(int status, String type, String code, String more) {
        return Reply.of(status, "{\"error\": " + error(type, code, more) + "}");
    }

    static String error(String type, String code, String more) {
        return """
            {"type": "%s", "code": %s, "doc_url": "https://docs.stripe.com/error-codes", "message": "%s"%s}\
            """.formatted(type, code.equals("null") ? "null" : "\"" + code + "\"", WORDS, more);
    }

    static String page(boolean more, String... intents) {
        return "{\"object\": \"list\", \"url\": \"/v1/payment_intents\", \"has_more\": " + more + ", \"data\": ["
                + String.join(",", intents) + "]}";
    }
}
