package feewright.api.demo;

import feewright.api.security.DemoKey;
import feewright.api.start.DemoSettings;
import feewright.api.start.UnusableSettings;
import feewright.api.webhook.WebhookKey;
import feewright.api.wiring.DatabaseAccess;
import feewright.engagement.DraftTerms;
import feewright.engagement.SignEngagement;
import feewright.engine.Ports;
import feewright.invoice.IssueInvoice;
import feewright.jdbc.database.EmbeddedDatabase;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;

/** The profile demo: a database, a key and tokens of its own. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DemoSettings settings) {
        try {
            return EmbeddedDatabase.start(settings.database(), settings.databasePort());
        } catch (IllegalStateException inUse) {
            throw new UnusableSettings(
                    "the demo's directory cannot be used: " + inUse.getMessage()
                            + ". Stop the other demo, or set feewright.demo.directory to another",
                    inUse);
        }
    }

    @Bean
    DatabaseAccess demoDatabase(EmbeddedDatabase database) {
        return new DatabaseAccess(database.url(), database.owner(), database.app(), true);
    }

    @Bean
    DemoKey demoKey(DemoSettings settings) {
        return DemoKeyFile.readOrMake(settings.directory().resolve("demo-key.json"));
    }

    @Bean
    WebhookKey demoWebhookKey(DemoSettings settings) {
        String text = DemoKeyFile.kept(settings.directory().resolve("webhook-key"), WebhookKey::make);
        return WebhookKey.read(text).orElseThrow();
    }

    @Bean
    DemoTokens demoTokens(DemoKey key, Clock clock) {
        return new DemoTokens(key, clock);
    }

    @Bean
    DemoFirm demoFirm(Ports ports, Clock clock) {
        return new DemoFirm(
                ports.transactions(), ports.firms(), ports.people(), ports.clients(), ports.customerTexts(), clock);
    }

    /** After the firm, which it fills. */
    @Bean(initMethod = "fill")
    @DependsOn("demoFirm")
    DemoWork demoWork(DemoWork.Agreeing agreeing, DemoWork.Working working, Ports ports, Clock clock) {
        return new DemoWork(agreeing, working, ports.transactions(), clock);
    }

    @Bean
    DemoWork.Agreeing demoAgreeing(DraftTerms draftTerms, SignEngagement signEngagement, Ports ports) {
        return new DemoWork.Agreeing(draftTerms, signEngagement, ports.engagements());
    }

    @Bean
    DemoWork.Working demoWorking(
            LogTime logTime, SubmitTime submitTime, ReviewTime reviewTime, IssueInvoice issueInvoice) {
        return new DemoWork.Working(logTime, submitTime, reviewTime, issueInvoice);
    }

    @Bean
    DemoBilling demoBilling(DemoWork work) {
        return new DemoBilling(work);
    }

    @Bean
    DemoAnnouncement demoAnnouncement(DemoTokens tokens, ObjectProvider<DemoExamples> examples) {
        return new DemoAnnouncement(tokens, examples, System.out);
    }
}
