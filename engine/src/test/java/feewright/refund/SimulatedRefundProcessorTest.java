package feewright.refund;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.attempt.SimulatedCard;
import feewright.attempt.SimulatedProcessor;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Simulated;
import feewright.invoice.Invoice;
import feewright.platform.FirmId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The simulated processor keeps books of its own, and gives back no more than these say that it took (requirement A6). */
class SimulatedRefundProcessorTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Simulated simulated = new Simulated(office, rulebook);
    private final RefundProcessor processor =
            Objects.requireNonNull(simulated.processors.refunding().get(SimulatedProcessor.CODE));

    @Test
    void more_than_a_payment_is_not_given_back_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        RefundOrder first = order(office.firm, attempt(invoice), "60.00");

        RefundUpdate given = processor.refund(first).report();
        RefundUpdate tooMuch =
                processor.refund(order(office.firm, attempt(invoice), "40.01")).report();
        RefundOrder rest = order(office.firm, attempt(invoice), "40.00");

        assertThat(given).isEqualTo(new RefundUpdate.Succeeded("simre_" + first.refund()));
        assertThat(tooMuch).isEqualTo(new RefundUpdate.Failed(null, "charge_already_refunded"));
        assertThat(processor.refund(rest).report()).isEqualTo(new RefundUpdate.Succeeded("simre_" + rest.refund()));
    }

    @Test
    void the_same_key_gives_back_once_and_answers_the_same_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        RefundOrder order = order(office.firm, attempt(invoice), "60.00");

        RefundUpdate first = processor.refund(order).report();
        RefundUpdate again = processor.refund(order).report();

        assertThat(again).isEqualTo(first);
        assertThat(processor.find(order)).isEqualTo(new RefundProcessor.LookUpResult.Found(first));
        assertThat(processor
                        .refund(order(office.firm, attempt(invoice), "40.00"))
                        .report())
                .isInstanceOf(RefundUpdate.Succeeded.class);
    }

    @Test
    void what_was_never_asked_for_is_not_found_and_what_was_never_paid_not_given_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        AttemptId unknown = new AttemptId(office.ports.ids().next());

        assertThat(processor.find(order(office.firm, attempt(invoice), "60.00")))
                .isEqualTo(new RefundProcessor.LookUpResult.NotFound());
        assertThat(processor.refund(order(office.firm, unknown, "1.00")).report())
                .isEqualTo(new RefundUpdate.Failed(null, "resource_missing"));
    }

    @Test
    void a_payment_of_one_firm_is_not_given_back_to_another_T1() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        Office other = Office.open(office.ports, new PermissiveRulebook());

        RefundUpdate answer =
                processor.refund(order(other.firm, attempt(invoice), "1.00")).report();

        assertThat(answer).isEqualTo(new RefundUpdate.Failed(null, "resource_missing"));
    }

    private AttemptId attempt(Invoice invoice) {
        return simulated.attempt(invoice).id();
    }

    private RefundOrder order(FirmId firm, AttemptId attempt, String amount) {
        return new RefundOrder(
                new RefundId(office.ports.ids().next()),
                new RefundOrder.Amount(
                        new RefundOrder.Payment(firm, SimulatedProcessor.CODE, Simulated.reference(attempt)),
                        attempt,
                        usd(amount)),
                Office.NOW,
                null);
    }
}
