package feewright.engine;

import feewright.engagement.DraftTerms;
import feewright.engagement.SignEngagement;
import feewright.renewal.CourseBooks;
import feewright.renewal.CourseRegisters;
import feewright.renewal.EndEngagement;
import feewright.renewal.PauseEngagement;
import feewright.renewal.RenewEngagement;
import feewright.renewal.ResumeEngagement;

/** Engagements: agreed on, ended, paused and renewed. */
public interface EngagementUseCases extends CreditUseCases {

    default DraftTerms draftTerms() {
        return new DraftTerms(ports().transactions(), ports().engagements(), ports().clients(), ports().ids());
    }

    default SignEngagement signEngagement() {
        return new SignEngagement(
                ports().transactions(),
                ports().engagements(),
                ports().contents(),
                judge(),
                ports().auditTrail(),
                ports().ids());
    }

    default EndEngagement endEngagement() {
        return new EndEngagement(ports().transactions(), courseRegisters(), courseBooks());
    }

    default PauseEngagement pauseEngagement() {
        return new PauseEngagement(ports().transactions(), courseRegisters(), courseBooks());
    }

    default ResumeEngagement resumeEngagement() {
        return new ResumeEngagement(ports().transactions(), courseRegisters(), courseBooks());
    }

    default RenewEngagement renewEngagement() {
        return new RenewEngagement(ports().transactions(), courseRegisters(), courseBooks());
    }

    private CourseRegisters courseRegisters() {
        return new CourseRegisters(
                ports().billingPositions(),
                ports().engagements(),
                ports().courses(),
                ports().timeEntries(),
                ports().invoices(),
                ports().creditNotes());
    }

    private CourseBooks courseBooks() {
        return new CourseBooks(judge(), issueCreditNote(), ports().contents(), ports().auditTrail());
    }
}
