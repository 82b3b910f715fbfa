package feewright.refund;

import feewright.attempt.PaymentAttempt;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntryId;
import feewright.payment.RefundPayment;
import feewright.platform.Actor;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * Use case: gives money of a payment back through the processor that brought it (requirement A5). It is in the journal, and limited
 * by it, before the processor is asked, which happens later and outside any transaction.
 */
public record RequestRefund(Transactions transactions, RefundPayment refundPayment, RefundRecords records, Ids ids) {

    /** What came of it. */
    public sealed interface Outcome {

        record Requested(Refund refund) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** No processor brought the payment. */
        record ByHand() implements Outcome {}

        /** There is no such payment. */
        record NotFound() implements Outcome {}
    }

    public Outcome ask(Actor actor, RefundPayment.Request request, Instant now) {
        return transactions.in(
                actor,
                () -> records.attempts()
                        .ofPayment(actor.firm(), request.payment())
                        .map(attempt -> asked(actor, attempt, request, now))
                        .orElseGet(() -> none(actor, request.payment())));
    }

    private Outcome none(Actor actor, JournalEntryId payment) {
        return refundPayment
                .books()
                .ledger()
                .find(actor.firm(), payment)
                .filter(entry -> entry.cause() instanceof EntryCause.PaymentReceived)
                .<Outcome>map(_ -> new Outcome.ByHand())
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome asked(Actor actor, PaymentAttempt attempt, RefundPayment.Request request, Instant now) {
        return switch (refundPayment.within(actor, request.byProcessor(), now)) {
            case RefundPayment.Outcome.Refunded(var entry, var decision) ->
                new Outcome.Requested(records.open(new RefundId(ids.next()), attempt, decision, entry));
            case RefundPayment.Outcome.Refused(var decision) -> new Outcome.Refused(decision);
            case RefundPayment.Outcome.NotFound _ -> new Outcome.NotFound();
        };
    }

    /** Whether a processor brought a payment, so that it can go back the same way. */
    public boolean isOfAProcessor(Actor actor, JournalEntryId payment) {
        Optional<PaymentAttempt> attempt =
                transactions.reading(actor, () -> records.attempts().ofPayment(actor.firm(), payment));
        return attempt.isPresent();
    }
}
