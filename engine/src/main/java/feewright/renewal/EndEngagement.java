package feewright.renewal;

import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.firm.Actor;
import feewright.firm.Transactions;
import feewright.rule.Decision;
import feewright.rule.Judge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: ends a signed engagement early. Its terms stay as they were signed; what remains until the end is billed under them, and
 * nothing after it.
 */
public record EndEngagement(Transactions transactions, CourseRegisters registers, CourseBooks books) {

    /** The day before which it ends, why, and what becomes of a period that was billed beyond it (null: nobody said). */
    public record Request(
            EngagementId engagement,
            LocalDate endsOn,
            EndingReason reason,
            CourseWords words,
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
        Cutting cutting = new Cutting(registers, books);
        Cutting.Asked asked =
                new Cutting.Asked(request.engagement(), request.endsOn(), true, request.billedInAdvance());
        return transactions.in(actor, () -> switch (cutting.find(actor, asked)) {
            case Cutting.Found.At at -> judged(new Judge.By(actor, now), at, request);
            case Cutting.Found.ChoiceMissing(LocalDate billedUntil) -> new Outcome.ChoiceMissing(billedUntil);
            case Cutting.Found.NotSigned() -> new Outcome.NotSigned();
            case Cutting.Found.NotFound() -> new Outcome.NotFound();
        });
    }

    private Outcome judged(Judge.By by, Cutting.Found.At at, Request request) {
        EndingActs acts = new EndingActs(registers, books);
        Decision decision = acts.judge(by.actor(), at.engagement(), at.cut().day(), by.at());
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        Optional<Decision> refusal =
                new Cutting(registers, books).credit(by.actor(), at.cut(), request.words(), by.at());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        books.write(at.engagement(), request.words().underEnding(at.engagement().id()));
        return new Outcome.Ended(acts.end(decision, at, request.reason()));
    }
}
