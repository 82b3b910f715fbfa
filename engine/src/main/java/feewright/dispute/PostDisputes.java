package feewright.dispute;

import feewright.attempt.CollectionCursor;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.dispute.DisputeUpdater.Change;
import feewright.dispute.Shares.Share;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.DisputeId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Moves the ledger from what it has of the disputes of a payment to what they come to, by the difference alone. */
record PostDisputes(DisputeRecords records, Bookkeeping books) {

    /** The invoice's account, locked; the payment; and its disputes as they stand. */
    record Case(InvoiceAccount account, JournalEntry payment, DisputeUpdater.Result settled) {

        FirmId firm() {
            return payment.of().firm();
        }

        CurrencyUnit currency() {
            return payment.amount().getCurrencyUnit();
        }

        Decision decision() {
            return settled.decision();
        }
    }

    void post(Case round) {
        List<Change> changes = round.settled().changes();
        Map<DisputeId, List<JournalEntry>> entries =
                books
                        .ledger()
                        .disputed(round.firm(), changes.stream().map(Change::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(entry -> DisputeBalances.dispute(entry.cause())));
        Map<DisputeId, Share> shares = new Apportionment(records, books, round).shares(entries);
        DisputeEntries posting = new DisputeEntries(records, books, round);
        List<Step> steps = new ArrayList<>();
        for (Change change : changes.stream()
                .sorted(Comparator.comparing(change -> change.id().toString()))
                .toList()) {
            List<JournalEntry> own = entries.getOrDefault(change.id(), List.of());
            for (CurrencyUnit currency : DisputeBalances.currencies(change, own)) {
                steps.add(new Step(
                        change.before(),
                        DisputeBalances.of(own, currency),
                        target(round, change, currency, shares),
                        own));
            }
        }
        steps.forEach(step -> posting.giveBack(step.dispute(), step.is(), step.should()));
        steps.forEach(step -> posting.take(step.dispute(), step.is(), step.should()));
        DisputeSuspense suspense = new DisputeSuspense(books, round);
        steps.forEach(step -> suspense.suspend(
                step.dispute(), step.should().suspended().minus(step.is().suspended()), step.entries()));
        changes.forEach(change -> resume(round, change));
    }

    /** From what is booked of a dispute to what should be. Everything that comes back does so before anything is taken. */
    private record Step(Dispute dispute, DisputeBalances is, DisputeBalances should, List<JournalEntry> entries) {}

    private static DisputeBalances target(
            Case round, Change change, CurrencyUnit currency, Map<DisputeId, Share> shares) {
        Money none = Money.zero(currency);
        DisputeSummary course = change.course();
        boolean moved = course.currency().equals(currency);
        Share share = currency.equals(round.currency())
                ? Objects.requireNonNull(shares.get(change.id()))
                : new Share(none, moved ? course.chargedBack() : none);
        Money suspended = change.uncounted(currency).missing();
        return new DisputeBalances(moved ? course.withdrawn() : none, moved ? course.fees() : none, share, suspended);
    }

    /**
     * What rules refused because of a dispute goes on once that is over, if anything is owed: what credit pays by itself; and, unless
     * it was lost, the collection.
     */
    private void resume(Case round, Change change) {
        boolean over = change.before().course().isOpen() && !change.course().isOpen();
        if (over) {
            books.creditArrived(round.firm(), round.payment().of().client());
        }
        InvoiceId invoice = round.account().invoice();
        if (!over || change.course().isLost()) {
            return;
        }
        CollectionCursor cursor = records.collecting()
                .cursors()
                .lock(round.firm(), invoice)
                .orElseGet(() -> new CollectionCursor(
                        invoice, round.payment().of().client(), new NextStep.None(StopReason.NOT_STARTED)));
        InvoiceAccount account = books.ledger().lock(round.firm(), invoice).orElseThrow();
        if (cursor.next().equals(new NextStep.None(StopReason.REFUSED))
                && account.owed().isPositive()
                && !account.contested().suspended()
                && !account.contested().open()) {
            NextStep again = new NextStep.Attempt(round.decision().at(), Cause.RETRY);
            records.collecting().cursors().move(round.firm(), List.of(cursor.then(again)));
        }
    }
}
