package feewright.api.evidence;

import feewright.api.attempt.AttemptView;
import feewright.api.ledger.Journal;
import feewright.api.ledger.JournalEntryView;
import feewright.api.payment.PaymentMethodView;
import feewright.api.refund.RefundView;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethods;
import feewright.platform.FirmId;
import feewright.refund.Refunds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The disputed payment: how it was collected, with what, what it put into the books, and what was given back of it. */
@Component
record PaymentFiles(Journal journal, Attempts attempts, PaymentMethods methods, Refunds refunds) {

    /** {@code payment} is the entry in the journal; {@code refunds} those through the processor. */
    record PaymentFacts(
            JournalEntryView payment,
            @Nullable AttemptView attempt,
            @Nullable PaymentMethodView method,
            List<RefundView> refunds) {}

    PaymentFacts facts(Evidenced of) {
        FirmId firm = of.actor().firm();
        JournalEntryId payment = of.dispute().of().payment();
        Optional<PaymentAttempt> attempt = attempts.ofPayment(firm, payment);
        return new PaymentFacts(
                journal.find(of.actor(), payment.value()),
                attempt.map(AttemptView::of).orElse(null),
                attempt.flatMap(made -> methods.ever(firm, made.method()))
                        .map(PaymentMethodView::of)
                        .orElse(null),
                attempt.map(made -> refunds.ofAttempt(firm, made.id())).orElse(List.of()).stream()
                        .map(RefundView::of)
                        .toList());
    }

    static Piece file(PaymentFacts facts) {
        return new Piece.Kept(
                "payment.json",
                "The disputed payment: its entry in the journal, the attempt that collected it with everything that the"
                        + " processor said, the payment method, and refunds.",
                FileText.json(facts));
    }
}
