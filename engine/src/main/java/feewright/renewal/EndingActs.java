package feewright.renewal;

import feewright.engagement.BillingCursor;
import feewright.engagement.EndingFact;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.firm.Actor;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How an ending is judged and kept: by itself, and as a part of an early renewal. */
record EndingActs(CourseRegisters registers, CourseBooks books) {

    Decision judge(Actor actor, SignedEngagement engagement, LocalDate day, Instant now) {
        EndingFact asked = new EndingFact(
                engagement.id(),
                day,
                engagement.course().endedOn() != null,
                registers.entries().approvedFrom(actor.firm(), engagement.id(), day));
        return books.judge()
                .ask(
                        RuleSet.ENGAGEMENT,
                        new Decision.Question("end-engagement", "engagement/" + engagement.id()),
                        List.of(ActorFact.of(actor), EngagementFact.of(engagement), asked),
                        new Judge.By(actor, now));
    }

    SignedEngagement end(Decision decision, Cutting.Found.At at, EndingReason reason) {
        LocalDate day = at.cut().day();
        SignedEngagement ended = at.engagement().endOn(day);
        Terms terms = ended.inEffect();
        BillingCursor cursor = at.position().cursor().under(terms, at.cut().open(terms));
        registers.courses().end(ended, reason, books.recorded(decision), cursor);
        new Cutting(registers, books).giveBack(ended, at.cut());
        books.audit(decision, ended, "engagement-ended", List.of(reason.code(), "ended-on-" + day));
        return ended;
    }
}
