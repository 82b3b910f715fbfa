package feewright.amendment;

import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: ends a signed engagement early. Its terms stay as they were signed; what remains until the end is billed under them, and
 * nothing after it.
 */
public record EndEngagement(Transactions transactions, AmendmentRecords records, AmendmentRecorder books) {

    /** The day before which it ends, why, and what becomes of a period that was billed beyond it (null: nobody said). */
    public record Request(
            EngagementId engagement,
            LocalDate endsOn,
            EndingReason reason,
            AmendmentTexts words,
            @Nullable BilledInAdvance billedInAdvance) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Ended(SignedEngagement engagement) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** A period was billed beyond the day, up to this one: the caller has to choose. */
        record ChoiceMissing(LocalDate billedUntil) implements Outcome {}

        /** A draft: it has not begun. */
        record NotSigned() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome end(Actor actor, Request request, Instant now) {
        TermCutter cutting = new TermCutter(records, books);
        TermCutter.Request asked =
                new TermCutter.Request(request.engagement(), request.endsOn(), true, request.billedInAdvance());
        return transactions.in(actor, () -> switch (cutting.find(actor, asked)) {
            case TermCutter.Result.At at -> judged(new DecisionMaker.Requester(actor, now), at, request);
            case TermCutter.Result.ChoiceMissing(LocalDate billedUntil) -> new Outcome.ChoiceMissing(billedUntil);
            case TermCutter.Result.NotSigned() -> new Outcome.NotSigned();
            case TermCutter.Result.NotFound() -> new Outcome.NotFound();
        });
    }

    private Outcome judged(DecisionMaker.Requester by, TermCutter.Result.At at, Request request) {
        EngagementEnder acts = new EngagementEnder(records, books);
        Decision decision = acts.judge(by.actor(), at.engagement(), at.cut().day(), by.at());
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        Optional<Decision> refusal =
                new TermCutter(records, books).credit(by.actor(), at.cut(), request.words(), by.at());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        books.write(at.engagement(), request.words().underEnding(at.engagement().id()));
        return new Outcome.Ended(acts.end(decision, at, request.reason()));
    }
}
