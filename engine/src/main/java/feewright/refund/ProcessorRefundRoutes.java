package feewright.refund;

import feewright.attempt.AttemptState;
import feewright.attempt.PaymentAttempt;
import feewright.credit.RefundRoutes;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.OriginPayments;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gives back through the processors that brought it what is paid out as credit, at most what each payment still holds. */
public record ProcessorRefundRoutes(RefundRecords records, Bookkeeping books) implements RefundRoutes {

    @Override
    public List<Route> of(FirmId firm, JournalEntry origin) {
        return attempts(firm, origin)
                .filter(attempt -> attempt.state() != AttemptState.FAILED)
                .flatMap(attempt -> attempt.payment().stream())
                .sorted(Comparator.comparing((JournalEntryId payment) -> payment.toString())
                        .reversed())
                .flatMap(payment -> books.ledger().find(firm, payment).stream())
                .map(payment -> new Route(payment, books.ledger().free(firm, payment)))
                .filter(way -> way.most().isPositive())
                .toList();
    }

    /** Of the payment that an entry is of, or of all payments of its invoice where it took money off that. */
    private Stream<PaymentAttempt> attempts(FirmId firm, JournalEntry origin) {
        if (origin.cause() instanceof EntryCause.InvoiceCredited credited) {
            InvoiceId invoice = credited.invoice();
            return records.attempts().of(firm, List.of(invoice)).stream();
        }
        return new OriginPayments(books.ledger())
                .payment(origin).flatMap(payment -> records.attempts().ofPayment(firm, payment)).stream();
    }

    @Override
    public void ask(Route way, Decision decision, JournalEntry paidOut) {
        PaymentAttempt attempt = records.attempts()
                .ofPayment(paidOut.of().firm(), way.payment().id())
                .orElseThrow();
        records.open(new RefundId(books.decisionMaker().ids().next()), attempt, decision, paidOut);
    }
}
