package feewright.webhook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of what firms can be told of: the code that receivers see, in the words of the audited act. A code never
 * changes its meaning; new ones may come.
 */
public enum EventType {
    INVOICE_ISSUED("invoice.issued"),
    INVOICE_VOIDED("invoice.voided"),
    /** Nothing is owed any more, and nothing of it was given up as lost. */
    INVOICE_PAID("invoice.paid"),
    INVOICE_WRITTEN_OFF("invoice.written_off"),
    CREDIT_NOTE_ISSUED("credit_note.issued"),
    PAYMENT_RECEIVED("payment.received"),
    PAYMENT_REFUNDED("payment.refunded"),
    /** A bank took it back. */
    PAYMENT_RETURNED("payment.returned"),
    /** It had been recorded wrongly by hand: no money moved. */
    PAYMENT_REVERSED("payment.reversed"),
    PAYMENT_ATTEMPT_CREATED("payment_attempt.created"),
    PAYMENT_ATTEMPT_PROCESSING("payment_attempt.processing"),
    PAYMENT_ATTEMPT_ACTION_REQUIRED("payment_attempt.action_required"),
    PAYMENT_ATTEMPT_SUCCEEDED("payment_attempt.succeeded"),
    PAYMENT_ATTEMPT_FAILED("payment_attempt.failed"),
    PAYMENT_ATTEMPT_CANCELLED("payment_attempt.cancelled"),
    /** Nobody knows yet what became of it. */
    PAYMENT_ATTEMPT_UNKNOWN("payment_attempt.unknown"),
    COLLECTION_NOT_ATTEMPTED("collection.not_attempted"),
    /** What a processor says of a refund, or that it was asked for there. */
    REFUND_UPDATED("refund.updated"),
    /** Money that was given back did not arrive, and is the firm's again. */
    REFUND_FAILED("refund.failed"),
    DISPUTE_OPENED("dispute.opened"),
    DISPUTE_UPDATED("dispute.updated"),
    DISPUTE_RESOLVED("dispute.resolved"),
    FRAUD_WARNING_RECEIVED("fraud_warning.received"),
    CHARGEBACK_RECEIVED("chargeback.received"),
    CHARGEBACK_REVERSED("chargeback.reversed"),
    /** Money that a processor moved and no rule lets count is in suspense. */
    MONEY_SUSPENDED("money.suspended"),
    /** It went where it belongs, by a person or because it counts by now. */
    SUSPENSE_RESOLVED("suspense.resolved"),
    CREDIT_GRANTED("credit.granted"),
    CREDIT_APPLIED("credit.applied"),
    CREDIT_UNAPPLIED("credit.unapplied"),
    CREDIT_REVERSED("credit.reversed"),
    CREDIT_REFUNDED("credit.refunded"),
    CREDIT_EXPIRED("credit.expired"),
    /** A successor took over; the event is about the one that was renewed. */
    ENGAGEMENT_RENEWED("engagement.renewed"),
    ENGAGEMENT_ENDED("engagement.ended"),
    ENGAGEMENT_PAUSED("engagement.paused"),
    ENGAGEMENT_RESUMED("engagement.resumed"),
    /** Nothing happened: the firm tries its receiver. Comes only where it is asked for. */
    PING("ping");

    private static final Map<String, EventType> BY_ACTION = Arrays.stream(values())
            .filter(EventType::isSubscribable)
            .collect(Collectors.toUnmodifiableMap(EventType::action, Function.identity()));

    private static final Map<String, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::code, Function.identity()));

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The audited act that it tells of: the same words. */
    private String action() {
        return code.replace('.', '_');
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
