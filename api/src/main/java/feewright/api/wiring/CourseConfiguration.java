package feewright.api.wiring;

import feewright.credit.IssueCreditNote;
import feewright.engagement.Courses;
import feewright.jdbc.JdbcAdapters;
import feewright.renewal.CourseBooks;
import feewright.renewal.CourseRegisters;
import feewright.renewal.EndEngagement;
import feewright.renewal.PauseEngagement;
import feewright.renewal.RenewEngagement;
import feewright.renewal.ResumeEngagement;
import feewright.rule.Judge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of what becomes of signed engagements. */
@Configuration(proxyBeanMethods = false)
class CourseConfiguration {

    @Bean
    Courses courses(JdbcAdapters ports) {
        return ports.courses();
    }

    @Bean
    CourseRegisters courseRegisters(JdbcAdapters ports) {
        return new CourseRegisters(
                ports.billingPositions(),
                ports.engagements(),
                ports.courses(),
                ports.timeEntries(),
                ports.invoices(),
                ports.creditNotes());
    }

    @Bean
    CourseBooks courseBooks(JdbcAdapters ports, Judge judge, IssueCreditNote creditNotes) {
        return new CourseBooks(judge, creditNotes, ports.contents(), ports.auditTrail());
    }

    @Bean
    EndEngagement endEngagement(JdbcAdapters ports, CourseRegisters registers, CourseBooks books) {
        return new EndEngagement(ports.transactions(), registers, books);
    }

    @Bean
    PauseEngagement pauseEngagement(JdbcAdapters ports, CourseRegisters registers, CourseBooks books) {
        return new PauseEngagement(ports.transactions(), registers, books);
    }

    @Bean
    ResumeEngagement resumeEngagement(JdbcAdapters ports, CourseRegisters registers, CourseBooks books) {
        return new ResumeEngagement(ports.transactions(), registers, books);
    }

    @Bean
    RenewEngagement renewEngagement(JdbcAdapters ports, CourseRegisters registers, CourseBooks books) {
        return new RenewEngagement(ports.transactions(), registers, books);
    }
}
