package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.attempt.SimulatedCard;
import feewright.attempt.SimulatedPayments;
import feewright.attempt.SimulatedProcessor;
import feewright.money.Amounts;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.refund.SimulatedRefunds.SimulatedRefund;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives simulated money back (requirement A6): at once to a card, in three days to a bank account, and never to the card whose refunds
 * fail: they come back after two days. It never gives back more than its own books say that it took.
 */
public record SimulatedRefundProcessor(
        Transactions transactions, SimulatedPayments payments, SimulatedRefunds refunds, Function<FirmId, Instant> now)
        implements RefundProcessor {

    private static final Duration TO_A_BANK = Duration.ofDays(3);
    private static final Duration COMES_BACK = Duration.ofDays(2);

    @Override
    public String code() {
        return SimulatedProcessor.CODE;
    }

    @Override
    public Response refund(RefundOrder order) {
        if (SimulatedProcessor.uncounted(order.of().amount()) != 0) {
            return Response.of(new RefundUpdate.Failed(null, "amount_not_whole"));
        }
        FirmId firm = order.of().payment().firm();
        AttemptId key = order.of().attempt();
        Instant at = now.apply(firm);
        return transactions.in(Actor.scheduler(firm), () -> {
            SimulatedPayments.Payment payment = payments.find(firm, key).orElse(null);
            if (payment == null) {
                return Response.of(new RefundUpdate.Failed(null, "resource_missing"));
            }
            List<SimulatedRefund> before = refunds.of(firm, key).stream()
                    .filter(refund -> !refund.key().equals(order.refund()))
                    .filter(refund -> stands(payment, refund, at).state().takesMoney())
                    .toList();
            boolean tooMuch = Amounts.sum(
                            payment.amount().getCurrencyUnit(),
                            before.stream().map(SimulatedRefund::amount).toList())
                    .plus(order.of().amount())
                    .isGreaterThan(payment.amount());
            if (tooMuch) {
                return Response.of(new RefundUpdate.Failed(null, "charge_already_refunded"));
            }
            refunds.keep(
                    firm, new SimulatedRefund(order.refund(), key, order.of().amount(), at));
            return Response.of(found(order, payment, at).orElseThrow());
        });
    }

    @Override
    public LookUpResult find(RefundOrder order) {
        FirmId firm = order.of().payment().firm();
        Instant at = now.apply(firm);
        return transactions.reading(
                Actor.scheduler(firm),
                () -> payments.find(firm, order.of().attempt())
                        .flatMap(payment -> found(order, payment, at))
                        .<LookUpResult>map(LookUpResult.Found::new)
                        .orElseGet(LookUpResult.NotFound::new));
    }

    /** Nobody refunds in its dashboard: it has none. */
    @Override
    public Optional<List<ProcessorRefund>> all(RefundOrder.Payment payment) {
        return Optional.empty();
    }

    private Optional<RefundUpdate> found(RefundOrder order, SimulatedPayments.Payment payment, Instant at) {
        return refunds.of(order.of().payment().firm(), payment.key()).stream()
                .filter(refund -> refund.key().equals(order.refund()))
                .map(refund -> stands(payment, refund, at))
                .findFirst();
    }

    private static RefundUpdate stands(SimulatedPayments.Payment payment, SimulatedRefund refund, Instant at) {
        String reference = refund.reference();
        return switch (SimulatedCard.of(payment.card()).orElseThrow()) {
            case CARD_REFUND_FAILS ->
                at.isBefore(refund.madeAt().plus(COMES_BACK))
                        ? new RefundUpdate.Pending(reference)
                        : new RefundUpdate.Failed(reference, "expired_or_canceled_card");
            case DEBIT_SUCCEEDS, DEBIT_FAILS ->
                at.isBefore(refund.madeAt().plus(TO_A_BANK))
                        ? new RefundUpdate.Pending(reference)
                        : new RefundUpdate.Succeeded(reference);
            default -> new RefundUpdate.Succeeded(reference);
        };
    }
}
