package feewright.amendment;

import feewright.engagement.BillingCursor;
import feewright.engagement.EndingFact;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.platform.Actor;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How an ending is judged and kept: by itself, and as a part of an early renewal. */
record EngagementEnder(AmendmentRecords records, AmendmentRecorder books) {

    Decision judge(Actor actor, SignedEngagement engagement, LocalDate day, Instant now) {
        EndingFact asked = new EndingFact(
                engagement.id(),
                day,
                engagement.course().endedOn() != null,
                records.entries().approvedFrom(actor.firm(), engagement.id(), day));
        return books.decisionMaker()
                .ask(
                        RuleSet.ENGAGEMENT,
                        new Decision.Request("end_engagement", "engagement/" + engagement.id()),
                        List.of(ActorFact.of(actor), EngagementFact.of(engagement), asked),
                        new DecisionMaker.Requester(actor, now));
    }

    SignedEngagement end(Decision decision, TermCutter.Result.At at, EndingReason reason) {
        LocalDate day = at.cut().day();
        SignedEngagement ended = at.engagement().endOn(day);
        Terms terms = ended.inEffect();
        BillingCursor cursor = at.position().cursor().under(terms, at.cut().open(terms));
        records.amendments().end(ended, reason, books.recorded(decision), cursor);
        new TermCutter(records, books).giveBack(ended, at.cut());
        books.audit(decision, ended, "engagement_ended", List.of(reason.code(), "ended-on-" + day));
        return ended;
    }
}
