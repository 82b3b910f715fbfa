package feewright.refund;

import feewright.rule.Fact;

/**
 * That a refund is said to have come from one state into another; {@code confirmed}: by the processor itself, and not by us.
 * {@code elsewhere}: it was made at the processor, and would take its money now. What is left of its payment, and the amount,
 * are in minor units: what is more than is left goes to suspense. {@code otherCurrency}: it is in another than the payment.
 */
public record RefundUpdateFact(
        RefundId refund,
        RefundState was,
        RefundState becomes,
        boolean confirmed,
        boolean elsewhere,
        long amountMinor,
        long leftMinor,
        boolean otherCurrency)
        implements Fact {

    @Override
    public String ref() {
        return "refund_update/" + refund;
    }
}
