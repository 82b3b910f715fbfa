package feewright.payment;

import feewright.credit.AllocatedDeposit;
import feewright.ledger.JournalEntry;
import feewright.payment.ReversePayment.Outcome;
import feewright.platform.CustomerText;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.util.List;
import java.util.function.Supplier;

/** A reversal that the rules permit, with its reason, and the right payment that is recorded in the same act, or neither. */
record PaymentCorrection(
        RecordPayment recordPayment, PaymentReversal reversal, Decision decision, CustomerText reason) {

    /** By one payment for an invoice or a client, whose account is read again once the wrong one is gone. */
    Outcome whole(PaymentTarget before, MoneyIn.Received received, Supplier<PaymentTarget> after) {
        Decision recording = recordPayment.judge(before, received, decision.actor(), decision.at());
        if (recording.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(recording);
        }
        JournalEntry reversed = reversal.post(decision, reason);
        return new Outcome.Reversed(reversed, recordPayment.post(recording, after.get(), received));
    }

    /** By one over several invoices: the shares are judged on the accounts as the reversal will leave them. */
    Outcome shared(AllocatedPayment payment, List<AllocatedDeposit.Share> shares) {
        AllocatedPayment.Judged judged = payment.judge(
                new DecisionMaker.Requester(decision.actor(), decision.at()),
                shares.stream()
                        .map(share ->
                                new AllocatedDeposit.Share(reversal.undo().after(share.account()), share.amount()))
                        .toList());
        if (judged.refusal().isPresent()) {
            return new Outcome.Refused(judged.refusal().get());
        }
        JournalEntry reversed = reversal.post(decision, reason);
        return new Outcome.Reversed(reversed, payment.post(judged));
    }
}
