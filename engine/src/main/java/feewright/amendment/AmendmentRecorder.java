package feewright.amendment;

import feewright.credit.IssueCreditNote;
import feewright.engagement.Amendments;
import feewright.engagement.SignedEngagement;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who judges endings, pauses and renewals, what gives back what is not earned, and where words and traces of them go. */
public record AmendmentRecorder(
        DecisionMaker decisionMaker, IssueCreditNote creditNotes, CustomerTexts customerTexts, AuditTrail audit) {

    Amendments.Recorded recorded(Decision decision) {
        return new Amendments.Recorded(decision.actor().person(), decision.at(), decision.id());
    }

    /** Audits an act on an engagement, with its codes. */
    void audit(Decision decision, SignedEngagement engagement, String action, List<String> codes) {
        List<String> all = Stream.concat(codes.stream(), Stream.of("decision-" + decision.id()))
                .toList();
        audit.append(new AuditEvent(
                new AuditEventId(decisionMaker.ids().next()),
                decision.actor(),
                action,
                new AuditEvent.Target("engagement", engagement.id(), engagement.client()),
                all,
                null,
                decision.at()));
    }

    /** Keeps words of an engagement. */
    void write(SignedEngagement engagement, Map<CustomerTextKey, CustomerText> words) {
        customerTexts.write(engagement.firm(), words);
    }
}
