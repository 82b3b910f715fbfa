package feewright.engine;

import feewright.amendment.AmendmentRecorder;
import feewright.amendment.AmendmentRecords;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement;
import feewright.amendment.ResumeEngagement;
import feewright.engagement.DraftTerms;
import feewright.engagement.SignEngagement;

/** Engagements: agreed on, ended, paused and renewed. */
public interface EngagementUseCases extends CreditUseCases {

    default DraftTerms draftTerms() {
        return new DraftTerms(ports().transactions(), ports().engagements(), ports().clients(), ports().ids());
    }

    default SignEngagement signEngagement() {
        return new SignEngagement(
                ports().transactions(),
                ports().engagements(),
                ports().customerTexts(),
                decisionMaker(),
                ports().auditTrail(),
                ports().ids());
    }

    default EndEngagement endEngagement() {
        return new EndEngagement(ports().transactions(), amendmentRecords(), amendmentRecorder());
    }

    default PauseEngagement pauseEngagement() {
        return new PauseEngagement(ports().transactions(), amendmentRecords(), amendmentRecorder());
    }

    default ResumeEngagement resumeEngagement() {
        return new ResumeEngagement(ports().transactions(), amendmentRecords(), amendmentRecorder());
    }

    default RenewEngagement renewEngagement() {
        return new RenewEngagement(ports().transactions(), amendmentRecords(), amendmentRecorder());
    }

    private AmendmentRecords amendmentRecords() {
        return new AmendmentRecords(
                ports().billingPositions(),
                ports().engagements(),
                ports().amendments(),
                ports().timeEntries(),
                ports().invoices(),
                ports().creditNotes());
    }

    private AmendmentRecorder amendmentRecorder() {
        return new AmendmentRecorder(decisionMaker(), issueCreditNote(), ports().customerTexts(), ports().auditTrail());
    }
}
