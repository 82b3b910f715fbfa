package feewright.renewal;

import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.engagement.Terms;
import feewright.engagement.TermsFault;
import feewright.engagement.TermsId;
import feewright.engagement.TermsReading;
import feewright.firm.Actor;
import feewright.firm.Transactions;
import feewright.rule.Decision;
import feewright.rule.Judge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Use case: renews a signed engagement (requirements R1 to R3). A new signed engagement takes over on a day, linked to the old one,
 * which ends there; the old terms bill what was before, the new ones nothing before their start. All of it in one transaction.
 */
public record RenewEngagement(Transactions transactions, CourseRegisters registers, CourseBooks books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Renewed(SignedEngagement renewed, SignedEngagement successor, Succession succession)
                implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record Faulty(List<TermsFault> faults) implements Outcome {}

        /** A period was billed beyond the day, up to this one: the caller has to choose. */
        record ChoiceMissing(LocalDate billedUntil) implements Outcome {}

        record NotSigned() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome renew(Actor actor, RenewalRequest request, Instant now) {
        Cutting cutting = new Cutting(registers, books);
        Cutting.Asked asked =
                new Cutting.Asked(request.engagement(), request.handOver(), true, request.billedInAdvance());
        return transactions.in(actor, () -> switch (cutting.find(actor, asked)) {
            case Cutting.Found.At at -> drafted(new Judge.By(actor, now), at, request);
            case Cutting.Found.ChoiceMissing(LocalDate billedUntil) -> new Outcome.ChoiceMissing(billedUntil);
            case Cutting.Found.NotSigned() -> new Outcome.NotSigned();
            case Cutting.Found.NotFound() -> new Outcome.NotFound();
        });
    }

    private Outcome drafted(Judge.By by, Cutting.Found.At at, RenewalRequest request) {
        TermsId id = new TermsId(books.judge().ids().next());
        return switch (new NewTerms(at.engagement(), request).from(at.cut().day(), id)) {
            case TermsReading.Faulty(List<TermsFault> faults) -> new Outcome.Faulty(faults);
            case TermsReading.Sound(Terms terms) -> {
                EngagementId successor = new EngagementId(books.judge().ids().next());
                HandOver handOver = new HandOver(by, at, at.engagement().renew(successor, terms), request.signing());
                yield new HandOverActs(registers, books).handOver(handOver);
            }
        };
    }
}
