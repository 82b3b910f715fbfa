package feewright.dispute;

import feewright.attempt.PaymentAttempt;
import feewright.attempt.UpdateOutcome;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.DisputeId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
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
    public record Update(
            Dispute.Reference dispute,
            String payment,
            String event,
            DisputeEvent.Kind kind,
            DisputeEvent.Details told) {}

    public UpdateOutcome record(FirmId firm, Update news, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> of(firm, news)
                        .map(found -> recorded(found.firm(), found.invoice(), news, now))
                        .orElse(UpdateOutcome.NOT_FOUND));
    }

    /** A dispute stays with the payment that it was told of first. */
    private Optional<Dispute.Subject> of(FirmId firm, Update news) {
        Optional<Dispute.Subject> known =
                records.disputes().find(firm, news.dispute()).map(Dispute::of);
        return known.isPresent()
                ? known
                : records.collecting()
                        .attempts()
                        .ofReference(firm, news.payment())
                        .flatMap(RecordDispute::paid);
    }

    private static Optional<Dispute.Subject> paid(PaymentAttempt attempt) {
        PaymentAttempt.Subject of = attempt.of();
        return attempt.payment().map(payment -> new Dispute.Subject(of.firm(), of.client(), of.invoice(), payment));
    }

    /** The collection is locked before the account, as everybody who collects does. */
    private UpdateOutcome recorded(FirmId firm, InvoiceId invoice, Update news, Instant now) {
        records.collecting().cursors().lock(firm, invoice);
        InvoiceAccount account = books.ledger().lock(firm, invoice).orElseThrow();
        // Again: until it was locked, the dispute may have been told of, or the payment come back and in once more.
        Dispute.Subject of = of(firm, news).orElseThrow();
        List<Dispute> disputes = new ArrayList<>(records.disputes().of(of.firm(), of.payment()));
        Optional<Dispute> known = disputes.stream()
                .filter(dispute -> dispute.reference().equals(news.dispute()))
                .findFirst();
        if (known.isPresent()
                && known.get().events().stream().anyMatch(event -> event.name().equals(news.event()))) {
            return UpdateOutcome.KNOWN;
        }
        Dispute before = known.orElseGet(() -> opened(of, news, now));
        Dispute told = told(before, news, now);
        disputes.removeIf(dispute -> dispute.id().equals(told.id()));
        disputes.add(told);
        JournalEntry payment = books.ledger().find(of.firm(), of.payment()).orElseThrow();
        DisputeUpdater standings = new DisputeUpdater(records.disputes(), books, now);
        DisputeUpdater.Result settled = standings.settle(payment, disputes, told);
        new PostDisputes(records, books).post(new PostDisputes.Case(account, payment, settled));
        return settled.applied() ? UpdateOutcome.APPLIED : UpdateOutcome.UNAPPLIED;
    }

    private Dispute opened(Dispute.Subject of, Update news, Instant now) {
        Dispute dispute = new Dispute(
                new DisputeId(books.decisionMaker().ids().next()),
                of,
                news.dispute(),
                now,
                List.of(),
                DisputeSummary.of(news.told().claimed()));
        records.disputes().open(dispute);
        return dispute;
    }

    private Dispute told(Dispute dispute, Update news, Instant now) {
        DisputeEvent event =
                new DisputeEvent(dispute.events().size() + 1, news.event(), news.kind(), news.told(), now, List.of());
        records.disputes().tell(dispute, event);
        List<DisputeEvent> events = new ArrayList<>(dispute.events());
        events.add(event);
        return dispute.with(events, dispute.course());
    }
}
