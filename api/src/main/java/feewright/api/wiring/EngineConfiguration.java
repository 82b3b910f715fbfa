package feewright.api.wiring;

import feewright.api.start.UnusableSettings;
import feewright.drools.CandidateRules;
import feewright.drools.DroolsRulebook;
import feewright.engagement.DraftTerms;
import feewright.engagement.Engagements;
import feewright.engagement.SignEngagement;
import feewright.firm.Clients;
import feewright.firm.Contents;
import feewright.firm.Ids;
import feewright.firm.Transactions;
import feewright.invoice.ExplainInvoice;
import feewright.invoice.Gathering;
import feewright.invoice.IssueInvoice;
import feewright.invoice.IssuedBooks;
import feewright.invoice.Issuing;
import feewright.invoice.PreviewInvoice;
import feewright.jdbc.JdbcAdapters;
import feewright.rule.Decisions;
import feewright.rule.Judge;
import feewright.rule.Rulebook;
import feewright.time.ImportTime;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import feewright.time.TimeEntries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the engine, over the storage and the rules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesSettings.class)
class EngineConfiguration {

    /** As fine as the database keeps time, so that what is answered is what is kept. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Bean
    DroolsRulebook rulebook(RulesSettings settings) {
        try {
            return DroolsRulebook.open(settings.directory());
        } catch (IllegalStateException faulty) {
            throw new UnusableSettings("the rules in feewright.rules.directory cannot be used: " + faulty.getMessage());
        }
    }

    @Bean
    CandidateRules candidateRules(DroolsRulebook rulebook, RulesSettings settings) {
        return new CandidateRules(rulebook, settings.candidate());
    }

    @Bean
    Judge judge(Rulebook rulebook, Decisions decisions, Ids ids) {
        return new Judge(rulebook, decisions, ids);
    }

    @Bean
    DraftTerms draftTerms(Transactions transactions, Engagements engagements, Clients clients, Ids ids) {
        return new DraftTerms(transactions, engagements, clients, ids);
    }

    @Bean
    SignEngagement signEngagement(JdbcAdapters ports, Judge judge) {
        return new SignEngagement(
                ports.transactions(), ports.engagements(), ports.contents(), judge, ports.auditTrail(), ports.ids());
    }

    @Bean
    LogTime logTime(JdbcAdapters ports) {
        LogTime.Registers registers =
                new LogTime.Registers(ports.engagements(), ports.clients(), ports.people(), ports.contents());
        return new LogTime(ports.transactions(), ports.timeEntries(), registers, ports.ids());
    }

    @Bean
    SubmitTime submitTime(Transactions transactions, TimeEntries entries, Engagements engagements) {
        return new SubmitTime(transactions, entries, engagements);
    }

    @Bean
    ReviewTime reviewTime(JdbcAdapters ports, Judge judge) {
        ReviewTime.Records records = new ReviewTime.Records(ports.engagements(), ports.contents(), ports.auditTrail());
        return new ReviewTime(ports.transactions(), ports.timeEntries(), records, judge);
    }

    @Bean
    ImportTime importTime(JdbcAdapters ports, LogTime logTime) {
        ImportTime.Lookups lookups =
                new ImportTime.Lookups(ports.people(), ports.clients(), ports.engagements(), ports.contents());
        return new ImportTime(ports.transactions(), logTime, ports.timeEntries(), lookups);
    }

    @Bean
    Gathering gathering(JdbcAdapters ports) {
        return new Gathering(ports.billingPositions(), ports.engagements(), ports.clients(), ports.firms());
    }

    @Bean
    PreviewInvoice previewInvoice(
            Transactions transactions, Gathering gathering, Rulebook rulebook, Contents contents) {
        return new PreviewInvoice(transactions, gathering, rulebook, contents);
    }

    @Bean
    Issuing issuing(JdbcAdapters ports, Judge judge, IssuedBooks books) {
        return new Issuing(
                judge,
                new Issuing.Records(
                        ports.invoices(), ports.invoiceNumbers(), ports.contents(), ports.auditTrail(), books));
    }

    @Bean
    IssueInvoice issueInvoice(Transactions transactions, Gathering gathering, Issuing issuing) {
        return new IssueInvoice(transactions, gathering, issuing);
    }

    @Bean
    ExplainInvoice explainInvoice(JdbcAdapters ports) {
        return new ExplainInvoice(ports.transactions(), ports.invoices(), ports.engagements(), ports.decisions());
    }
}
