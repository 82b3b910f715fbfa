package feewright.dispute;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.dispute.Shares.Share;
import feewright.ledger.DisputeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Who bears what was charged back (requirement D3). */
class SharesTest {

    private static final DisputeId A = new DisputeId(new UUID(0, 1));
    private static final DisputeId B = new DisputeId(new UUID(0, 2));

    @Test
    void the_client_bears_what_is_held_of_the_payment_and_the_firm_the_rest() {
        Map<DisputeId, Share> shares = Shares.of(Map.of(), Map.of(A, usd("60.00"), B, usd("60.00")), usd("70.00"));

        assertThat(shares).containsEntry(A, share("60.00", "0.00")).containsEntry(B, share("10.00", "50.00"));
    }

    @Test
    void what_comes_back_is_the_firms_loss_first() {
        Map<DisputeId, Share> shares =
                Shares.of(Map.of(A, share("40.00", "20.00")), Map.of(A, usd("30.00")), usd("40.00"));

        assertThat(shares).containsEntry(A, share("30.00", "0.00"));
    }

    @Test
    void what_one_dispute_leaves_another_takes_up() {
        Map<DisputeId, Share> before = Map.of(A, share("50.00", "0.00"), B, share("0.00", "40.00"));

        Map<DisputeId, Share> shares = Shares.of(before, Map.of(A, usd("0.00"), B, usd("40.00")), usd("50.00"));

        assertThat(shares).containsEntry(A, share("0.00", "0.00")).containsEntry(B, share("40.00", "0.00"));
    }

    @Test
    void what_the_client_bears_stays_with_it_where_less_is_held_later() {
        Map<DisputeId, Share> shares =
                Shares.of(Map.of(A, share("50.00", "0.00")), Map.of(A, usd("50.00")), usd("0.00"));

        assertThat(shares).containsEntry(A, share("50.00", "0.00"));
    }

    @Test
    void however_it_came_to_it_the_client_bears_the_same_in_all() {
        List<Money> amounts = List.of(usd("0.00"), usd("30.00"), usd("50.00"), usd("80.00"));
        Money held = usd("60.00");
        for (Money firstOfA : amounts) {
            for (Money firstOfB : amounts) {
                Map<DisputeId, Share> before = Shares.of(Map.of(), Map.of(A, firstOfA, B, firstOfB), held);
                for (Money lastOfA : amounts) {
                    for (Money lastOfB : amounts) {
                        Map<DisputeId, Money> last = new HashMap<>(Map.of(A, lastOfA, B, lastOfB));
                        Map<DisputeId, Share> shares = Shares.of(before, last, held);
                        Money all = lastOfA.plus(lastOfB);

                        assertThat(borne(shares)).isEqualTo(all.isLessThan(held) ? all : held);
                        last.forEach((dispute, amount) ->
                                assertThat(shares.get(dispute).all()).isEqualTo(amount));
                        assertThat(shares.values())
                                .allMatch(share -> !share.client().isNegative()
                                        && !share.loss().isNegative());
                    }
                }
            }
        }
    }

    private static Money borne(Map<DisputeId, Share> shares) {
        return shares.values().stream().map(Share::client).reduce(usd("0.00"), Money::plus);
    }

    private static Share share(String client, String loss) {
        return new Share(usd(client), usd(loss));
    }
}
