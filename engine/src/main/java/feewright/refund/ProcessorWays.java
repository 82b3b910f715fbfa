package feewright.refund;

import feewright.attempt.AttemptState;
import feewright.attempt.PaymentAttempt;
import feewright.credit.WaysBack;
import feewright.firm.FirmId;
import feewright.invoice.InvoiceId;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.receivable.Origin;
import feewright.rule.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gives back through the processors that brought it what is paid out as credit, at most what each payment still holds. */
public record ProcessorWays(RefundRegisters registers, Bookkeeping books) implements WaysBack {

    @Override
    public List<Way> of(FirmId firm, JournalEntry origin) {
        return attempts(firm, origin)
                .filter(attempt -> attempt.state() != AttemptState.FAILED)
                .flatMap(attempt -> attempt.payment().stream())
                .sorted(Comparator.comparing((JournalEntryId payment) -> payment.toString())
                        .reversed())
                .flatMap(payment -> books.ledger().find(firm, payment).stream())
                .map(payment -> new Way(payment, books.ledger().free(firm, payment)))
                .filter(way -> way.most().isPositive())
                .toList();
    }

    /** Of the payment that an entry is of, or of all payments of its invoice where it took money off that. */
    private Stream<PaymentAttempt> attempts(FirmId firm, JournalEntry origin) {
        if (origin.occasion() instanceof Occasion.InvoiceCredited credited) {
            InvoiceId invoice = credited.invoice();
            return registers.attempts().of(firm, List.of(invoice)).stream();
        }
        return new Origin(books.ledger())
                .payment(origin).flatMap(payment -> registers.attempts().ofPayment(firm, payment)).stream();
    }

    @Override
    public void ask(Way way, Decision decision, JournalEntry paidOut) {
        PaymentAttempt attempt = registers
                .attempts()
                .ofPayment(paidOut.of().firm(), way.payment().id())
                .orElseThrow();
        registers.open(new RefundId(books.judge().ids().next()), attempt, decision, paidOut);
    }
}
