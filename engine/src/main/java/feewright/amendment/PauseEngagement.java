package feewright.amendment;

import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementFact;
import feewright.engagement.EngagementId;
import feewright.engagement.Pause;
import feewright.engagement.PauseFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
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
import org.jspecify.annotations.Nullable;

/**
 * Use case: pauses a signed engagement from a day on, until it is resumed. No package fee falls on paused days and no time is worked
 * in them; hourly periods go on.
 */
public record PauseEngagement(Transactions transactions, AmendmentRecords records, AmendmentRecorder books) {

    /** The first paused day, words of why, and what becomes of a period that was billed beyond it (null: nobody said). */
    public record Request(
            EngagementId engagement,
            LocalDate firstDay,
            AmendmentTexts words,
            @Nullable BilledInAdvance billedInAdvance) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Paused(SignedEngagement engagement) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** A period was billed beyond the day, up to this one: the caller has to choose. */
        record ChoiceMissing(LocalDate billedUntil) implements Outcome {}

        record NotSigned() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome pause(Actor actor, Request request, Instant now) {
        TermCutter cutting = new TermCutter(records, books);
        TermCutter.Request asked =
                new TermCutter.Request(request.engagement(), request.firstDay(), false, request.billedInAdvance());
        return transactions.in(actor, () -> switch (cutting.find(actor, asked)) {
            case TermCutter.Result.At at -> judged(new DecisionMaker.Requester(actor, now), at, request);
            case TermCutter.Result.ChoiceMissing(LocalDate billedUntil) -> new Outcome.ChoiceMissing(billedUntil);
            case TermCutter.Result.NotSigned() -> new Outcome.NotSigned();
            case TermCutter.Result.NotFound() -> new Outcome.NotFound();
        });
    }

    private Outcome judged(DecisionMaker.Requester by, TermCutter.Result.At at, Request request) {
        Decision decision = ask(by, at);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        Optional<Decision> refusal =
                new TermCutter(records, books).credit(by.actor(), at.cut(), request.words(), by.at());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        LocalDate day = at.cut().day();
        SignedEngagement paused = at.engagement().pauseFrom(day);
        Terms terms = paused.inEffect();
        BillingCursor cursor = at.position().cursor().under(terms, at.cut().open(terms));
        records.amendments().pause(paused, books.recorded(decision), cursor);
        new TermCutter(records, books).giveBack(paused, at.cut());
        int number = paused.course().pauses().size();
        books.write(paused, request.words().underPause(paused.id(), number));
        books.audit(decision, paused, "engagement_paused", List.of("pause-" + number, "paused-on-" + day));
        return new Outcome.Paused(paused);
    }

    private Decision ask(DecisionMaker.Requester by, TermCutter.Result.At at) {
        SignedEngagement engagement = at.engagement();
        LocalDate day = at.cut().day();
        PauseFact asked = new PauseFact(
                engagement.id(),
                day,
                engagement
                        .course()
                        .latestPause()
                        .filter(pause -> reaches(pause, day))
                        .isPresent(),
                records.entries().approvedFrom(engagement.firm(), engagement.id(), day));
        return books.decisionMaker()
                .ask(
                        RuleSet.ENGAGEMENT,
                        new Decision.Request("pause_engagement", "engagement/" + engagement.id()),
                        List.of(ActorFact.of(by.actor()), EngagementFact.of(engagement), asked),
                        by);
    }

    /** There is a day between two pauses. */
    private static boolean reaches(Pause pause, LocalDate day) {
        LocalDate resumed = pause.resumedOn();
        return resumed == null || !resumed.isBefore(day);
    }
}
