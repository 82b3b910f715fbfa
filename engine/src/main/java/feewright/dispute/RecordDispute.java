package feewright.dispute;

import feewright.attempt.PaymentAttempt;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.invoice.InvoiceId;
import feewright.receivable.Bookkeeping;
import feewright.receivable.DisputeId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Use case: writes down what a processor tells of a dispute, in whatever order and however often, and moves the ledger to where the
 * events then leave it (requirements D1 to D3). What no rule permits is kept and counts for nothing.
 */
public record RecordDispute(Transactions transactions, DisputeRecords records, Bookkeeping books) {

    /** An event of a dispute: the processor's names of the dispute, of the payment and of the event, and what it says. */
    public record News(
            Dispute.Reference dispute, String payment, String event, DisputeEvent.Kind kind, DisputeEvent.Told told) {}

    /** What came of it. */
    public enum Outcome {
        APPLIED,
        /** Kept; no rule permits it. */
        UNAPPLIED,
        /** Told before. */
        KNOWN,
        /** Nothing came in here yet by such a payment: it can be told again once something did. */
        AWAITING
    }

    public Outcome record(FirmId firm, News news, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> of(firm, news)
                        .map(found -> recorded(found.firm(), found.invoice(), news, now))
                        .orElse(Outcome.AWAITING));
    }

    /** A dispute stays with the payment that it was told of first. */
    private Optional<Dispute.Of> of(FirmId firm, News news) {
        Optional<Dispute.Of> known =
                records.disputes().find(firm, news.dispute()).map(Dispute::of);
        return known.isPresent()
                ? known
                : records.collecting()
                        .attempts()
                        .ofReference(firm, news.payment())
                        .flatMap(RecordDispute::paid);
    }

    private static Optional<Dispute.Of> paid(PaymentAttempt attempt) {
        PaymentAttempt.Of of = attempt.of();
        return attempt.payment().map(payment -> new Dispute.Of(of.firm(), of.client(), of.invoice(), payment));
    }

    /** The collection is locked before the account, as everybody who collects does. */
    private Outcome recorded(FirmId firm, InvoiceId invoice, News news, Instant now) {
        records.collecting().cursors().lock(firm, invoice);
        InvoiceAccount account = books.ledger().lock(firm, invoice).orElseThrow();
        // Again: until it was locked, the dispute may have been told of, or the payment come back and in once more.
        Dispute.Of of = of(firm, news).orElseThrow();
        List<Dispute> disputes = new ArrayList<>(records.disputes().of(of.firm(), of.payment()));
        Optional<Dispute> known = disputes.stream()
                .filter(dispute -> dispute.reference().equals(news.dispute()))
                .findFirst();
        if (known.isPresent()
                && known.get().events().stream().anyMatch(event -> event.name().equals(news.event()))) {
            return Outcome.KNOWN;
        }
        Dispute before = known.orElseGet(() -> opened(of, news, now));
        Dispute told = told(before, news, now);
        disputes.removeIf(dispute -> dispute.id().equals(told.id()));
        disputes.add(told);
        JournalEntry payment = books.ledger().find(of.firm(), of.payment()).orElseThrow();
        Standings standings = new Standings(records.disputes(), books, now);
        Standings.Settled settled = standings.settle(payment, disputes, told);
        new PostDisputes(records, books).post(new PostDisputes.Round(account, payment, settled));
        return settled.applied() ? Outcome.APPLIED : Outcome.UNAPPLIED;
    }

    private Dispute opened(Dispute.Of of, News news, Instant now) {
        Dispute dispute = new Dispute(
                new DisputeId(books.judge().ids().next()),
                of,
                news.dispute(),
                now,
                List.of(),
                Course.of(news.told().claimed()));
        records.disputes().open(dispute);
        return dispute;
    }

    private Dispute told(Dispute dispute, News news, Instant now) {
        DisputeEvent event =
                new DisputeEvent(dispute.events().size() + 1, news.event(), news.kind(), news.told(), now, List.of());
        records.disputes().tell(dispute, event);
        List<DisputeEvent> events = new ArrayList<>(dispute.events());
        events.add(event);
        return dispute.with(events, dispute.course());
    }
}
