package feewright.engine;

import feewright.attempt.AskForAttempt;
import feewright.attempt.ProcessorLimits;
import feewright.attempt.RecordReport;
import feewright.attempt.RunErrand;
import feewright.attempt.SettleSuspense;
import feewright.attempt.TakeDue;
import feewright.payment.KeepPaymentMethods;
import feewright.payment.MoneyOut;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.payment.ReversePayment;
import feewright.payment.SharePayment;
import feewright.refund.RefundSecondSuccess;

/** Payments, by hand and through processors. */
public interface PaymentUseCases extends DisputeUseCases {

    default RecordPayment recordPayment() {
        return new RecordPayment(ports().transactions(), ports().clients(), ports().credits(), bookkeeping());
    }

    default SharePayment sharePayment() {
        return new SharePayment(recordPayment());
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

    default KeepPaymentMethods keepPaymentMethods() {
        return new KeepPaymentMethods(
                ports().transactions(),
                ports().clients(),
                ports().paymentMethods(),
                ports().auditTrail(),
                ports().ids());
    }

    default TakeDue takeDue() {
        return new TakeDue(ports().transactions(), collectionRegisters(), payByTerms(), limits());
    }

    default AskForAttempt askForAttempt() {
        return new AskForAttempt(ports().transactions(), collectionRegisters(), payByTerms(), limits());
    }

    default RunErrand runErrand() {
        return new RunErrand(processors().collecting(), recordReport());
    }

    default RecordReport recordReport() {
        return new RecordReport(
                ports().transactions(),
                collectionRegisters(),
                moneyOut(),
                new RefundSecondSuccess(moneyOut(), refundRegisters()),
                shareAgain());
    }

    default SettleSuspense settleSuspense() {
        return new SettleSuspense(
                ports().transactions(), ports().collectionCursors(), ports().credits(), bookkeeping());
    }

    private ProcessorLimits limits() {
        return ProcessorLimits.of(processors().collecting());
    }
}
