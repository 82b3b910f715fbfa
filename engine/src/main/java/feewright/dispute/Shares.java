package feewright.dispute;

import feewright.ledger.DisputeId;
import feewright.money.Amounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Who bears what was charged back of a payment: the client as long as the firm holds money of the payment, and beyond that (it was
 * given back already, or the invoice is void) the firm, as a loss. What the client bears in all depends on what was charged back in
 * all, so that no order of events makes a difference; as few disputes as possible are touched.
 */
final class Shares {

    private Shares() {}

    /** What of a chargeback the client bears, and what is the firm's loss. */
    record Share(Money client, Money loss) {

        static Share none(CurrencyUnit currency) {
            return new Share(Money.zero(currency), Money.zero(currency));
        }

        Money all() {
            return client.plus(loss);
        }

        /** What of this is more than in another. */
        Share beyond(Share other) {
            Money none = Money.zero(client.getCurrencyUnit());
            return new Share(greatest(client.minus(other.client()), none), greatest(loss.minus(other.loss()), none));
        }
    }

    /**
     * The shares that disputes should have, after these: so much of each is charged back now, and the client can bear so much in all;
     * what it bears already stays with it. All in one currency.
     */
    static Map<DisputeId, Share> of(Map<DisputeId, Share> before, Map<DisputeId, Money> chargedBack, Money bearable) {
        CurrencyUnit currency = bearable.getCurrencyUnit();
        Map<DisputeId, Share> shares = new HashMap<>();
        chargedBack.forEach((dispute, amount) ->
                shares.put(dispute, resized(before.getOrDefault(dispute, Share.none(currency)), amount)));
        Money all = Amounts.sum(currency, chargedBack.values());
        Money most = greatest(borne(before, currency), bearable);
        Money open = Amounts.least(all, most).minus(borne(shares, currency));
        for (DisputeId dispute : new TreeMap<>(byText(shares)).values()) {
            Share share = Objects.requireNonNull(shares.get(dispute));
            Money more = Amounts.least(greatest(open, Money.zero(currency)), share.loss());
            shares.put(
                    dispute, new Share(share.client().plus(more), share.loss().minus(more)));
            open = open.minus(more);
        }
        return shares;
    }

    /** Less is taken off the loss first; more is a loss at first. */
    private static Share resized(Share share, Money amount) {
        Money client = Amounts.least(share.client(), amount);
        return new Share(client, amount.minus(client));
    }

    private static Map<String, DisputeId> byText(Map<DisputeId, Share> shares) {
        Map<String, DisputeId> ids = new HashMap<>();
        shares.keySet().forEach(dispute -> ids.put(dispute.toString(), dispute));
        return ids;
    }

    /** What of them clients bear. */
    static Money borne(Map<DisputeId, Share> shares, CurrencyUnit currency) {
        return Amounts.sum(currency, shares.values().stream().map(Share::client).toList());
    }

    private static Money greatest(Money one, Money other) {
        return one.isGreaterThan(other) ? one : other;
    }
}
