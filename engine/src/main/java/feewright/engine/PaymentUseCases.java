package feewright.engine;

import feewright.attempt.CallProcessor;
import feewright.attempt.ProcessorLimits;
import feewright.attempt.RecordAttemptUpdate;
import feewright.attempt.RequestAttempt;
import feewright.attempt.ResolveSuspense;
import feewright.attempt.TakeDueCollections;
import feewright.payment.AllocatePayment;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.MoneyOut;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.payment.ReversePayment;
import feewright.refund.RefundDoublePayment;

/** Payments, by hand and through processors. */
public interface PaymentUseCases extends DisputeUseCases {

    default RecordPayment recordPayment() {
        return new RecordPayment(ports().transactions(), ports().clients(), ports().credits(), bookkeeping());
    }

    default AllocatePayment allocatePayment() {
        return new AllocatePayment(recordPayment());
    }

    default ReversePayment reversePayment() {
        return new ReversePayment(recordPayment());
    }

    default RefundPayment refundPayment() {
        return new RefundPayment(ports().transactions(), ports().credits(), bookkeeping());
    }

    default MoneyOut moneyOut() {
        return new MoneyOut(ports().credits(), bookkeeping());
    }

    default ManagePaymentMethods managePaymentMethods() {
        return new ManagePaymentMethods(
                ports().transactions(),
                ports().clients(),
                ports().paymentMethods(),
                ports().auditTrail(),
                ports().ids());
    }

    default TakeDueCollections takeDueCollections() {
        return new TakeDueCollections(ports().transactions(), collectionRecords(), payWithCredit(), limits());
    }

    default RequestAttempt requestAttempt() {
        return new RequestAttempt(ports().transactions(), collectionRecords(), payWithCredit(), limits());
    }

    default CallProcessor callProcessor() {
        return new CallProcessor(processors().collecting(), recordAttemptUpdate());
    }

    default RecordAttemptUpdate recordAttemptUpdate() {
        return new RecordAttemptUpdate(
                ports().transactions(),
                collectionRecords(),
                moneyOut(),
                new RefundDoublePayment(moneyOut(), refundRecords()),
                reapportionChargebacks());
    }

    default ResolveSuspense resolveSuspense() {
        return new ResolveSuspense(
                ports().transactions(), ports().collectionCursors(), ports().credits(), bookkeeping());
    }

    private ProcessorLimits limits() {
        return ProcessorLimits.of(processors().collecting());
    }
}
