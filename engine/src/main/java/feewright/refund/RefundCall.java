package feewright.refund;

/** What a processor has to be asked about refunds, outside any transaction. */
public sealed interface RefundCall {

    RefundOrder.Payment payment();

    /** To give back: for the first time, or again under the same key. */
    record Send(RefundOrder order) implements RefundCall {
        @Override
        public RefundOrder.Payment payment() {
            return order.of().payment();
        }
    }

    /** How one stands; its key may be forgotten by now. */
    record LookUp(RefundOrder order) implements RefundCall {
        @Override
        public RefundOrder.Payment payment() {
            return order.of().payment();
        }
    }

    /** Which refunds a payment has: it has more than we know of. */
    record LookForAll(RefundOrder.Payment payment) implements RefundCall {}
}
