package feewright.dispute;

import feewright.attempt.AttemptState;
import feewright.dispute.DisputeUpdater.Change;
import feewright.dispute.PostDisputes.Case;
import feewright.dispute.Shares.Share;
import feewright.ledger.Bookkeeping;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Who should bear what of the disputes of a payment, as they stand and as the ledger is. */
record Apportionment(DisputeRecords records, Bookkeeping books, Case round) {

    /**
     * What the client bears: up to what the firm holds of the payment. What it bears already stays with it, unless a bank took the
     * payment back.
     */
    Map<DisputeId, Share> shares(Map<DisputeId, List<JournalEntry>> entries) {
        CurrencyUnit currency = round.currency();
        Map<DisputeId, Share> before = new HashMap<>();
        entries.forEach((dispute, own) ->
                before.put(dispute, DisputeBalances.of(own, currency).share()));
        Map<DisputeId, Money> chargedBack = new HashMap<>();
        for (Change change : round.settled().changes()) {
            DisputeSummary course = change.course();
            chargedBack.put(
                    change.id(), course.currency().equals(currency) ? course.chargedBack() : Money.zero(currency));
        }
        Map<DisputeId, Share> standing = isTakenBack() ? Map.of() : before;
        Money bearable = records.chargeback(books)
                .bearable(round.payment(), round.account(), Shares.borne(standing, currency))
                .minus(uncounted());
        return Shares.of(standing, chargedBack, bearable.isNegative() ? Money.zero(currency) : bearable);
    }

    /** What disputes took of the payment by events that do not count. */
    private Money uncounted() {
        Money none = Money.zero(round.currency());
        return round.settled().changes().stream()
                .map(change -> change.uncounted(round.currency()).taken())
                .filter(Money::isPositive)
                .reduce(none, Money::plus);
    }

    private boolean isTakenBack() {
        return records.collecting()
                .attempts()
                .ofPayment(round.firm(), round.payment().id())
                .filter(attempt -> attempt.state() == AttemptState.FAILED)
                .isPresent();
    }
}
