package feewright.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.PollSchedule;
import feewright.ledger.JournalEntry;
import feewright.payment.PaymentMethods;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What refunds read and write beside the books. */
public record RefundRecords(Refunds refunds, RefundOutbox outbox, Attempts attempts, PaymentMethods methods) {

    /** Keeps a refund whose money just left the books, and has the processor asked for it. */
    Refund open(RefundId id, PaymentAttempt attempt, Decision decision, JournalEntry entry) {
        RefundEvent requested = new RefundEvent(
                1,
                new RefundUpdate.Requested(),
                AttemptEvent.Source.OURS,
                decision.at(),
                new AttemptEvent.Effect(true, entry.id(), decision.id()));
        Refund refund = new Refund(
                id,
                of(attempt),
                entry.amount(),
                new Refund.Created(decision.actor().person(), decision.at(), false),
                List.of(requested));
        refunds.add(refund);
        outbox.put(refund.of().firm(), id, decision.at());
        return refund;
    }

    /** Whose refund it would be. Fails where the attempt brought no payment. */
    static Refund.Subject of(PaymentAttempt attempt) {
        return new Refund.Subject(
                attempt.of().firm(),
                attempt.of().client(),
                attempt.of().invoice(),
                attempt.id(),
                attempt.payment().orElseThrow());
    }

    /** What a processor is to be asked about a refund that is not over. Empty where the firm has no such payment at a processor. */
    Optional<RefundCall> errand(Refund refund, Instant now) {
        FirmId firm = refund.of().firm();
        return attempts.find(firm, refund.of().attempt())
                .flatMap(attempt -> payment(attempt)
                        .map(payment -> new RefundOrder(
                                refund.id(),
                                new RefundOrder.Amount(payment, attempt.id(), refund.amount()),
                                refund.made().at(),
                                refund.reference())))
                .map(order -> order.known() != null
                                || !PollSchedule.keyLasts(refund.made().at(), now)
                        ? new RefundCall.LookUp(order)
                        : new RefundCall.Send(order));
    }

    /** A payment as its processor knows it. */
    Optional<RefundOrder.Payment> payment(PaymentAttempt attempt) {
        String reference = attempt.reference();
        return reference == null
                ? Optional.empty()
                : methods.ever(attempt.of().firm(), attempt.method())
                        .map(method -> new RefundOrder.Payment(
                                attempt.of().firm(), method.reference().processor(), reference));
    }
}
