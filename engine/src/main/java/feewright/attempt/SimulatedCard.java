package feewright.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.joda.money.Money;

/** The payment methods that the simulated processor knows by name, and what becomes of a charge to each (requirement A6). */
public enum SimulatedCard {
    /** Pays. */
    CARD_SUCCEEDS,
    /** Is declined, softly. */
    CARD_DECLINES,
    /** Has too little on it the first time, and pays from the second attempt at an invoice on. */
    CARD_LACKS_FUNDS_ONCE,
    /** Has too little on it, always. */
    CARD_LACKS_FUNDS,
    /** Has expired: a hard decline. */
    CARD_EXPIRED,
    /** Was reported stolen: the network says never to try it again. */
    CARD_STOLEN,
    /** Needs its owner, who never comes. */
    CARD_NEEDS_ACTION,
    /** Pays, and the answer to the first call is lost. */
    CARD_TIMES_OUT,
    /** The first call never arrives, and nothing is said of it; the second one pays. */
    CARD_VANISHES,
    /** Pays; a refund to it comes back after two days. */
    CARD_REFUND_FAILS,
    /** Pays; is disputed the next day and wins. */
    CARD_DISPUTED_WON,
    /** Pays; is disputed the next day and loses. */
    CARD_DISPUTED_LOST,
    /** Pays; two fifths of it are disputed the next day and lost. */
    CARD_DISPUTED_PARTLY,
    /** Pays; an inquiry the next day becomes a chargeback after five days, and loses. */
    CARD_INQUIRY_ESCALATES,
    /** Pays; the next day its issuer warns of fraud. */
    CARD_FRAUD_WARNING,
    /** A bank debit that takes four days and pays. */
    DEBIT_SUCCEEDS,
    /** A bank debit that takes four days and is not honoured. */
    DEBIT_FAILS;

    private static final Duration DAYS = Duration.of(4, ChronoUnit.DAYS);

    /** The name: {@code card-succeeds}. */
    public String reference() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SimulatedCard> of(String reference) {
        return Arrays.stream(values())
                .filter(card -> card.reference().equals(reference))
                .findFirst();
    }

    boolean isDebit() {
        return this == DEBIT_SUCCEEDS || this == DEBIT_FAILS;
    }

    /** How the payment of a charge stands at an instant. {@code earlier} attempts were made at the same invoice before. */
    AttemptUpdate stands(SimulatedPayments.Payment payment, IntSupplier earlier, Instant now) {
        String reference = payment.reference();
        Money amount = payment.amount();
        return switch (this) {
            case CARD_SUCCEEDS,
                    CARD_TIMES_OUT,
                    CARD_VANISHES,
                    CARD_REFUND_FAILS,
                    CARD_DISPUTED_WON,
                    CARD_DISPUTED_LOST,
                    CARD_DISPUTED_PARTLY,
                    CARD_INQUIRY_ESCALATES,
                    CARD_FRAUD_WARNING -> new AttemptUpdate.Succeeded(reference, amount);
            case CARD_DECLINES -> failed(reference, PaymentFailure.Category.CARD_DECLINED, "generic_decline");
            case CARD_LACKS_FUNDS_ONCE ->
                earlier.getAsInt() > 0
                        ? new AttemptUpdate.Succeeded(reference, amount)
                        : failed(reference, PaymentFailure.Category.INSUFFICIENT_FUNDS, "insufficient_funds");
            case CARD_LACKS_FUNDS ->
                failed(reference, PaymentFailure.Category.INSUFFICIENT_FUNDS, "insufficient_funds");
            case CARD_EXPIRED ->
                new AttemptUpdate.Failed(
                        reference,
                        new PaymentFailure(PaymentFailure.Category.EXPIRED_CARD, true, "expired_card", null));
            case CARD_STOLEN ->
                new AttemptUpdate.Failed(
                        reference,
                        new PaymentFailure(
                                PaymentFailure.Category.CARD_DECLINED,
                                true,
                                "stolen_card",
                                PaymentFailure.Advice.NEVER_AGAIN));
            case CARD_NEEDS_ACTION -> new AttemptUpdate.ActionRequired(reference);
            case DEBIT_SUCCEEDS ->
                isOver(payment, now)
                        ? new AttemptUpdate.Succeeded(reference, amount)
                        : new AttemptUpdate.Processing(reference);
            case DEBIT_FAILS ->
                isOver(payment, now)
                        ? failed(reference, PaymentFailure.Category.INSUFFICIENT_FUNDS, "debit_not_honoured")
                        : new AttemptUpdate.Processing(reference);
        };
    }

    private static boolean isOver(SimulatedPayments.Payment payment, Instant now) {
        return !now.isBefore(payment.madeAt().plus(DAYS));
    }

    private static AttemptUpdate failed(String reference, PaymentFailure.Category category, String code) {
        return new AttemptUpdate.Failed(reference, new PaymentFailure(category, false, code, null));
    }
}
