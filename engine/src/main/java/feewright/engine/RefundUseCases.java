package feewright.engine;

import feewright.refund.CallRefundProcessor;
import feewright.refund.RecordRefund;
import feewright.refund.RequestRefund;
import feewright.refund.TakeDueRefunds;

/** Refunds through processors. */
public interface RefundUseCases extends PaymentUseCases {

    default RequestRefund requestRefund() {
        return new RequestRefund(ports().transactions(), refundPayment(), refundRecords(), ports().ids());
    }

    default TakeDueRefunds takeDueRefunds() {
        return new TakeDueRefunds(ports().transactions(), refundRecords());
    }

    default CallRefundProcessor callRefundProcessor() {
        return new CallRefundProcessor(processors().refunding(), recordRefund());
    }

    default RecordRefund recordRefund() {
        return new RecordRefund(ports().transactions(), refundRecords(), moneyOut(), reapportionChargebacks());
    }
}
