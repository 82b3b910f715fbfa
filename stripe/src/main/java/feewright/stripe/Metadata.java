package feewright.stripe;

/** What we write on Stripe's objects, so that they can be found again: ids of ours, and nothing else. */
final class Metadata {

    static final String FIRM = "firm";
    static final String CLIENT = "client";
    static final String INVOICE = "invoice";
    static final String ATTEMPT = "attempt";
    static final String REFUND = "refund";

    private Metadata() {}
}
