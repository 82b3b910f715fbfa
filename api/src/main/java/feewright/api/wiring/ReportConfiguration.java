package feewright.api.wiring;

import feewright.firm.Transactions;
import feewright.jdbc.JdbcAdapters;
import feewright.report.AgeReceivables;
import feewright.report.DrawUpStatement;
import feewright.report.FigureBooks;
import feewright.report.Reconcile;
import feewright.report.ReportRevenue;
import feewright.report.ValueUnbilled;
import feewright.whatif.CompareRules;
import feewright.whatif.PastCases;
import feewright.whatif.SetAsideCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reports. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    DrawUpStatement drawUpStatement(JdbcAdapters ports) {
        return new DrawUpStatement(
                ports.transactions(), ports.clients(), ports.reports().clientAccounts());
    }

    @Bean
    AgeReceivables ageReceivables(Transactions transactions, JdbcAdapters ports) {
        return new AgeReceivables(transactions, ports.reports().ledgerSums());
    }

    @Bean
    ReportRevenue reportRevenue(Transactions transactions, JdbcAdapters ports) {
        return new ReportRevenue(transactions, ports.reports().ledgerSums());
    }

    @Bean
    ValueUnbilled valueUnbilled(JdbcAdapters ports) {
        return new ValueUnbilled(ports.transactions(), ports.reports().openEngagements(), ports.billingPositions());
    }

    @Bean
    CompareRules compareRules(JdbcAdapters ports) {
        return new CompareRules(
                ports.transactions(),
                new PastCases(ports.reports().pastInvoices(), ports.invoices(), ports.decisions(), ports.clients()),
                new SetAsideCases(ports.transactions(), ports.setAsides(), ports.billingPositions(), ports.firms()));
    }

    @Bean
    FigureBooks figureBooks(JdbcAdapters ports) {
        return ports.reports().figures();
    }

    @Bean
    Reconcile reconcile(JdbcAdapters ports) {
        return ports.reconcile();
    }
}
