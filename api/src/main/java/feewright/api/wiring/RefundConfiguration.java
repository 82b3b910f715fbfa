package feewright.api.wiring;

import feewright.api.payment.Processors;
import feewright.credit.Credits;
import feewright.jdbc.JdbcAdapters;
import feewright.payment.MoneyOut;
import feewright.payment.RefundPayment;
import feewright.receivable.Bookkeeping;
import feewright.refund.AskForRefund;
import feewright.refund.RecordRefund;
import feewright.refund.RefundRegisters;
import feewright.refund.RefundSecondSuccess;
import feewright.refund.Refunds;
import feewright.refund.RunRefund;
import feewright.refund.TakeRefunds;
import feewright.rule.Judge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refunds through processors. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    RefundRegisters refundRegisters(JdbcAdapters ports) {
        return ports.refunding();
    }

    @Bean
    Refunds refunds(JdbcAdapters ports) {
        return ports.refunds();
    }

    @Bean
    MoneyOut moneyOut(Credits credits, Bookkeeping books) {
        return new MoneyOut(credits, books);
    }

    @Bean
    AskForRefund askForRefund(JdbcAdapters ports, RefundPayment refundPayment, RefundRegisters registers) {
        return new AskForRefund(ports.transactions(), refundPayment, registers, ports.ids());
    }

    @Bean
    RefundSecondSuccess refundSecondSuccess(MoneyOut money, RefundRegisters registers) {
        return new RefundSecondSuccess(money, registers);
    }

    @Bean
    TakeRefunds takeRefunds(JdbcAdapters ports, RefundRegisters registers) {
        return new TakeRefunds(ports.transactions(), registers);
    }

    @Bean
    RecordRefund recordRefund(JdbcAdapters ports, RefundRegisters registers, MoneyOut money, Judge judge) {
        return new RecordRefund(ports.transactions(), registers, money, ports.shareAgain(judge));
    }

    @Bean
    RunRefund runRefund(Processors processors, RecordRefund recordRefund) {
        return new RunRefund(processors.refundsByCode(), recordRefund);
    }
}
