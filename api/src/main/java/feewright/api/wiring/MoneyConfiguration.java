package feewright.api.wiring;

import feewright.attempt.QueueCollections;
import feewright.credit.ApplyArrivedCredit;
import feewright.credit.ApplyCredit;
import feewright.credit.CreditNotes;
import feewright.credit.Credits;
import feewright.credit.ExpireCredits;
import feewright.credit.GrantCredit;
import feewright.credit.IssueCreditNote;
import feewright.credit.PayByTerms;
import feewright.credit.PostInvoices;
import feewright.credit.RefundCredit;
import feewright.credit.WaysBack;
import feewright.firm.Transactions;
import feewright.invoice.IssuedBooks;
import feewright.jdbc.JdbcAdapters;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.payment.ReversePayment;
import feewright.payment.SharePayment;
import feewright.receivable.Bookkeeping;
import feewright.receivable.Ledger;
import feewright.receivable.VoidInvoice;
import feewright.receivable.WriteOffInvoice;
import feewright.refund.ProcessorWays;
import feewright.rule.Judge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that move money, and what they stand on. */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {

    @Bean
    Ledger ledger(JdbcAdapters ports) {
        return ports.ledger();
    }

    @Bean
    Credits credits(JdbcAdapters ports) {
        return ports.credits();
    }

    @Bean
    CreditNotes creditNotes(JdbcAdapters ports) {
        return ports.creditNotes();
    }

    @Bean
    Bookkeeping bookkeeping(JdbcAdapters ports, Judge judge) {
        return ports.bookkeeping(judge);
    }

    @Bean
    IssuedBooks issuedBooks(JdbcAdapters ports, Bookkeeping books) {
        return new QueueCollections(
                new PostInvoices(ports.credits(), books), ports.paymentMethods(), ports.collectionCursors());
    }

    @Bean
    VoidInvoice voidInvoice(JdbcAdapters ports, Bookkeeping books) {
        return new VoidInvoice(ports.transactions(), ports.invoices(), ports.billingPositions(), books);
    }

    @Bean
    WriteOffInvoice writeOffInvoice(Transactions transactions, Bookkeeping books) {
        return new WriteOffInvoice(transactions, books);
    }

    @Bean
    GrantCredit grantCredit(JdbcAdapters ports, Bookkeeping books) {
        GrantCredit.Registers registers = new GrantCredit.Registers(ports.clients(), ports.engagements());
        return new GrantCredit(ports.transactions(), ports.credits(), registers, books);
    }

    @Bean
    ApplyCredit applyCredit(Transactions transactions, Credits credits, Bookkeeping books) {
        return new ApplyCredit(transactions, credits, books);
    }

    @Bean
    PayByTerms payByTerms(JdbcAdapters ports, Judge judge) {
        return ports.payByTerms(judge);
    }

    @Bean
    ApplyArrivedCredit applyArrivedCredit(JdbcAdapters ports, PayByTerms payByTerms) {
        return new ApplyArrivedCredit(ports.transactions(), ports.creditArrivals(), payByTerms);
    }

    /** Here, as commands have credit and no processors. */
    @Bean
    WaysBack waysBack(JdbcAdapters ports, Bookkeeping books) {
        return new ProcessorWays(ports.refunding(), books);
    }

    @Bean
    RefundCredit refundCredit(Transactions transactions, Credits credits, WaysBack ways, Bookkeeping books) {
        return new RefundCredit(transactions, credits, ways, books);
    }

    @Bean
    ExpireCredits expireCredits(Transactions transactions, Credits credits, Bookkeeping books) {
        return new ExpireCredits(transactions, credits, books);
    }

    @Bean
    IssueCreditNote issueCreditNote(JdbcAdapters ports, WaysBack ways, Bookkeeping books) {
        IssueCreditNote.Registers registers = new IssueCreditNote.Registers(
                ports.invoices(), ports.creditNotes(), ports.credits(), ports.billingPositions(), ways);
        return new IssueCreditNote(ports.transactions(), registers, ports.invoiceNumbers(), books);
    }

    @Bean
    RecordPayment recordPayment(JdbcAdapters ports, Bookkeeping books) {
        return new RecordPayment(ports.transactions(), ports.clients(), ports.credits(), books);
    }

    @Bean
    SharePayment sharePayment(RecordPayment recordPayment) {
        return new SharePayment(recordPayment);
    }

    @Bean
    ReversePayment reversePayment(RecordPayment recordPayment) {
        return new ReversePayment(recordPayment);
    }

    @Bean
    RefundPayment refundPayment(Transactions transactions, Credits credits, Bookkeeping books) {
        return new RefundPayment(transactions, credits, books);
    }
}
