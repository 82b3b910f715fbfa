package feewright.attempt;

import feewright.payment.PaymentMethod;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The processor of an installation without keys (requirement A6): named cards, books of its own that survive a restart, keys that
 * are remembered. It moves no money, and says so by its code.
 */
public record SimulatedProcessor(Transactions transactions, SimulatedPayments payments, Function<FirmId, Instant> now)
        implements PaymentProcessor {

    /** Its code. */
    public static final String CODE = "simulated";

    private static final long TEN = 10;
    private static final YearMonth EXPIRES = YearMonth.of(2039, 12);
    private static final YearMonth EXPIRED = YearMonth.of(2024, 1);

    @Override
    public String code() {
        return CODE;
    }

    /** It counts as Stripe does: of three decimals the last one is 0. */
    @Override
    public Collectable collectable(Money owed) {
        long taken = owed.getAmountMinorLong() - uncounted(owed);
        return taken > 0
                ? new Collectable.Amount(Money.ofMinor(owed.getCurrencyUnit(), taken))
                : new Collectable.None(CollectionCursor.StopReason.AMOUNT_TOO_SMALL);
    }

    /** What of an amount it cannot count, in minor units. */
    public static long uncounted(Money amount) {
        return amount.getCurrencyUnit().getDecimalPlaces() == 3 ? amount.getAmountMinorLong() % TEN : 0;
    }

    @Override
    public ProcessorResponse charge(Charge charge) {
        Instant at = now.apply(charge.firm());
        return transactions.in(Actor.scheduler(charge.firm()), () -> answer(charge, at));
    }

    @Override
    public ProcessorResponse find(Charge charge) {
        Instant at = now.apply(charge.firm());
        return transactions.reading(
                Actor.scheduler(charge.firm()),
                () -> ProcessorResponse.of(payments.find(charge.firm(), charge.attempt())
                        .<AttemptUpdate>map(payment -> stands(charge.firm(), payment, at))
                        .orElseGet(AttemptUpdate.NotFound::new)));
    }

    private ProcessorResponse answer(Charge charge, Instant at) {
        Optional<SimulatedCard> card = SimulatedCard.of(charge.method().method());
        if (card.isEmpty()) {
            return ProcessorResponse.of(new AttemptUpdate.Failed(
                    null, new PaymentFailure(PaymentFailure.Category.METHOD_MISSING, true, "resource_missing", null)));
        }
        int call = payments.called(charge.firm(), charge.attempt());
        if (card.get() == SimulatedCard.CARD_VANISHES && call == 1) {
            return ProcessorResponse.of(new AttemptUpdate.Unknown("timeout"));
        }
        SimulatedPayments.Payment asked = new SimulatedPayments.Payment(
                charge.attempt(), charge.invoice(), charge.method().method(), charge.amount(), at);
        boolean isNew = payments.keep(charge.firm(), asked);
        if (card.get() == SimulatedCard.CARD_TIMES_OUT && call == 1) {
            return ProcessorResponse.of(new AttemptUpdate.Unknown("timeout"));
        }
        SimulatedPayments.Payment kept =
                isNew ? asked : payments.find(charge.firm(), charge.attempt()).orElseThrow();
        return ProcessorResponse.of(stands(charge.firm(), kept, at));
    }

    private AttemptUpdate stands(FirmId firm, SimulatedPayments.Payment payment, Instant at) {
        return SimulatedCard.of(payment.card())
                .orElseThrow()
                .stands(payment, () -> payments.earlier(firm, payment), at);
    }

    @Override
    public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
        return new SetUp(customer == null ? "sim-" + client : customer, "sim-secret-" + client);
    }

    @Override
    public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
        return SimulatedCard.of(method)
                .map(card -> card.isDebit()
                        ? new PaymentMethod.Display("us_bank_account", null, "6789", null, "sim-mandate")
                        : new PaymentMethod.Display(
                                "card", "visa", "4242", card == SimulatedCard.CARD_EXPIRED ? EXPIRED : EXPIRES, null));
    }
}
