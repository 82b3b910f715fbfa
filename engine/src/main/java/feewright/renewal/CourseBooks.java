package feewright.renewal;

import feewright.credit.IssueCreditNote;
import feewright.engagement.Courses;
import feewright.engagement.SignedEngagement;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.rule.Decision;
import feewright.rule.Judge;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who judges endings, pauses and renewals, what gives back what is not earned, and where words and traces of them go. */
public record CourseBooks(Judge judge, IssueCreditNote creditNotes, Contents contents, AuditTrail audit) {

    Courses.Recorded recorded(Decision decision) {
        return new Courses.Recorded(decision.actor().person(), decision.at(), decision.id());
    }

    /** Audits an act on an engagement, with its codes. */
    void audit(Decision decision, SignedEngagement engagement, String action, List<String> codes) {
        List<String> all = Stream.concat(codes.stream(), Stream.of("decision-" + decision.id()))
                .toList();
        audit.append(new AuditEvent(
                new AuditEventId(judge.ids().next()),
                decision.actor(),
                action,
                new AuditEvent.Target("engagement", engagement.id(), engagement.client()),
                all,
                null,
                decision.at()));
    }

    /** Keeps words of an engagement. */
    void write(SignedEngagement engagement, Map<ContentKey, Content> words) {
        contents.write(engagement.firm(), words);
    }
}
