package feewright.webhook;

import java.time.Instant;

/** One try of a delivery: a fact, numbered from 1. */
public record DeliveryAttempt(int number, Instant at, Result result) {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int GONE_STATUS = 410;

    /** What came of a try. */
    public sealed interface Result {

        /** The receiver answered with this HTTP status. Its body is nobody's business. */
        record Responded(int status) implements Result {}

        /** No answer; the code says why: {@code timeout}, {@code address-refused}. */
        record NoResponse(String code) implements Result {}

        /** Whether the receiver took it. A redirect is no such word. */
        default boolean isTaken() {
            return this instanceof Responded(int status) && status >= OK && status < REDIRECTS;
        }

        /** Whether the receiver wants no more events, ever. */
        default boolean isGone() {
            return this instanceof Responded(int status) && status == GONE_STATUS;
        }
    }
}
