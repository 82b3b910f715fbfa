package feewright.api.traffic;

import org.apache.catalina.connector.Request;

/**
 * Requests that claim to be signed events of a processor. Their rate is the processor's, so they are not counted: its events about
 * money must not be lost to a flood. Whether the signature is right is looked at by the endpoint; how many of one address are under
 * way at once is bounded all the same.
 */
final class SignedEvents {

    private SignedEvents() {}

    static boolean isOne(Request request) {
        return "POST".equals(request.getMethod())
                && "/v1/stripe/events".equals(request.getRequestURI())
                && request.getHeader("Stripe-Signature") != null;
    }
}
