package feewright.amendment;

import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementFact;
import feewright.engagement.EngagementId;
import feewright.engagement.OpenPeriods;
import feewright.engagement.Pause;
import feewright.engagement.ResumptionFact;
import feewright.engagement.SignedEngagement;
import feewright.invoice.BilledPeriod;
import feewright.invoice.BillingPosition;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Use case: resumes a paused engagement on a day, which may be past: what the pause left unbilled, or gave back, is billed from there on. */
public record ResumeEngagement(Transactions transactions, AmendmentRecords records, AmendmentRecorder books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Resumed(SignedEngagement engagement) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotSigned() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome resume(Actor actor, EngagementId engagement, LocalDate day, Instant now) {
        TermCutter cutting = new TermCutter(records, books);
        return transactions.in(actor, () -> {
            Optional<BillingPosition> position = cutting.lock(actor, engagement);
            if (position.isEmpty()) {
                return cutting.isDraft(actor, engagement) ? new Outcome.NotSigned() : new Outcome.NotFound();
            }
            return judged(new DecisionMaker.Requester(actor, now), position.get(), day);
        });
    }

    private Outcome judged(DecisionMaker.Requester by, BillingPosition position, LocalDate day) {
        SignedEngagement engagement = position.engagement();
        Optional<LocalDate> pausedOn = engagement.course().openPause().map(Pause::firstDay);
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.ENGAGEMENT,
                        new Decision.Request("resume_engagement", "engagement/" + engagement.id()),
                        List.of(
                                ActorFact.of(by.actor()),
                                EngagementFact.of(engagement),
                                new ResumptionFact(engagement.id(), day, pausedOn.orElse(null))),
                        by);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        SignedEngagement resumed = engagement.resumeOn(day);
        BillingCursor cursor = position.cursor().under(resumed.inEffect(), open(resumed));
        records.amendments().resume(resumed, books.recorded(decision), cursor);
        int number = resumed.course().pauses().size();
        books.audit(decision, resumed, "engagement_resumed", List.of("pause-" + number, "resumed-on-" + day));
        return new Outcome.Resumed(resumed);
    }

    /** Of what was billed before the pause was known, days from the resumption on count again: they were given back. */
    private OpenPeriods open(SignedEngagement resumed) {
        return OpenPeriods.of(
                resumed.inEffect(),
                records.invoices().billedPeriods(resumed.firm(), resumed.id()).stream()
                        .map(BilledPeriod::days)
                        .toList());
    }
}
