package feewright.webhook;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of what firms can be told of: the code that receivers see, and the audited act that it tells of. A code never
 * changes its meaning; new ones may come.
 */
public enum EventType {
    INVOICE_ISSUED("invoice.issued", "invoice-issued"),
    INVOICE_VOIDED("invoice.voided", "invoice-voided"),
    /** Nothing is owed any more, and nothing of it was given up as lost. */
    INVOICE_PAID("invoice.paid", "invoice-paid"),
    INVOICE_WRITTEN_OFF("invoice.written_off", "invoice-written-off"),
    CREDIT_NOTE_ISSUED("credit_note.issued", "credit-note-issued"),
    PAYMENT_RECEIVED("payment.received", "payment-received"),
    PAYMENT_REFUNDED("payment.refunded", "payment-refunded"),
    /** A bank took it back. */
    PAYMENT_RETURNED("payment.returned", "payment-returned"),
    /** It had been recorded wrongly by hand: no money moved. */
    PAYMENT_REVERSED("payment.reversed", "payment-reversed"),
    PAYMENT_ATTEMPT_MADE("payment_attempt.made", "payment-attempted"),
    PAYMENT_ATTEMPT_PROCESSING("payment_attempt.processing", "payment-processing"),
    PAYMENT_ATTEMPT_ACTION_REQUIRED("payment_attempt.action_required", "payment-action-required"),
    PAYMENT_ATTEMPT_SUCCEEDED("payment_attempt.succeeded", "payment-succeeded"),
    PAYMENT_ATTEMPT_FAILED("payment_attempt.failed", "payment-failed"),
    PAYMENT_ATTEMPT_CANCELLED("payment_attempt.cancelled", "payment-cancelled"),
    /** Nobody knows yet what became of it. */
    PAYMENT_ATTEMPT_UNKNOWN("payment_attempt.unknown", "payment-unknown"),
    COLLECTION_NOT_ATTEMPTED("collection.not_attempted", "payment-not-attempted"),
    /** What a processor says of a refund, or that it was asked for there. */
    REFUND_UPDATED("refund.updated", "refund-reported"),
    /** Money that was given back did not arrive, and is the firm's again. */
    REFUND_FAILED("refund.failed", "refund-failed"),
    DISPUTE_OPENED("dispute.opened", "dispute-opened"),
    DISPUTE_UPDATED("dispute.updated", "dispute-updated"),
    DISPUTE_RESOLVED("dispute.resolved", "dispute-resolved"),
    FRAUD_WARNING_RECEIVED("fraud_warning.received", "fraud-warning-received"),
    CHARGEBACK_RECEIVED("chargeback.received", "chargeback-received"),
    CHARGEBACK_REVERSED("chargeback.reversed", "chargeback-reversed"),
    /** Money that a processor moved and no rule lets count is in suspense. */
    MONEY_SUSPENDED("money.suspended", "money-suspended"),
    /** It went where it belongs, by a person or because it counts by now. */
    SUSPENSE_SETTLED("suspense.settled", "suspense-settled"),
    CREDIT_GRANTED("credit.granted", "credit-issued"),
    CREDIT_APPLIED("credit.applied", "credit-applied"),
    CREDIT_UNAPPLIED("credit.unapplied", "credit-unapplied"),
    CREDIT_REVERSED("credit.reversed", "credit-reversed"),
    CREDIT_REFUNDED("credit.refunded", "credit-refunded"),
    CREDIT_EXPIRED("credit.expired", "credit-expired"),
    /** A successor took over; the event is about the one that was renewed. */
    ENGAGEMENT_RENEWED("engagement.renewed", "engagement-renewed"),
    ENGAGEMENT_ENDED("engagement.ended", "engagement-ended"),
    ENGAGEMENT_PAUSED("engagement.paused", "engagement-paused"),
    ENGAGEMENT_RESUMED("engagement.resumed", "engagement-resumed"),
    /** Nothing happened: the firm tries its receiver. Comes only where it is asked for. */
    PING("ping", null);

    private static final Map<String, EventType> BY_ACTION = Arrays.stream(values())
            .filter(type -> type.action != null)
            .collect(Collectors.toUnmodifiableMap(type -> Objects.requireNonNull(type.action), Function.identity()));

    private static final Map<String, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::code, Function.identity()));

    private final String code;
    private final @Nullable String action;

    EventType(String code, @Nullable String action) {
        this.code = code;
        this.action = action;
    }

    public String code() {
        return code;
    }

    /** Whether a subscription can name it. */
    public boolean isSubscribable() {
        return this != PING;
    }

    public static Optional<EventType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The type that tells of an audited act; empty where nobody outside is told. */
    static Optional<EventType> ofAction(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }
}
