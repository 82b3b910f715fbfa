package feewright.engine;

import feewright.refund.AskForRefund;
import feewright.refund.RecordRefund;
import feewright.refund.RunRefund;
import feewright.refund.TakeRefunds;

/** Refunds through processors. */
public interface RefundUseCases extends PaymentUseCases {

    default AskForRefund askForRefund() {
        return new AskForRefund(ports().transactions(), refundPayment(), refundRegisters(), ports().ids());
    }

    default TakeRefunds takeRefunds() {
        return new TakeRefunds(ports().transactions(), refundRegisters());
    }

    default RunRefund runRefund() {
        return new RunRefund(processors().refunding(), recordRefund());
    }

    default RecordRefund recordRefund() {
        return new RecordRefund(ports().transactions(), refundRegisters(), moneyOut(), shareAgain());
    }
}
