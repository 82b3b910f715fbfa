package feewright.amendment;

import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.engagement.Terms;
import feewright.engagement.TermsFault;
import feewright.engagement.TermsId;
import feewright.engagement.TermsReading;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Use case: renews a signed engagement (requirements R1 to R3). A new signed engagement takes over on a day, linked to the old one,
 * which ends there; the old terms bill what was before, the new ones nothing before their start. All of it in one transaction.
 */
public record RenewEngagement(Transactions transactions, AmendmentRecords records, AmendmentRecorder books) {

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
        TermCutter cutting = new TermCutter(records, books);
        TermCutter.Request asked =
                new TermCutter.Request(request.engagement(), request.handOver(), true, request.billedInAdvance());
        return transactions.in(actor, () -> switch (cutting.find(actor, asked)) {
            case TermCutter.Result.At at -> drafted(new DecisionMaker.Requester(actor, now), at, request);
            case TermCutter.Result.ChoiceMissing(LocalDate billedUntil) -> new Outcome.ChoiceMissing(billedUntil);
            case TermCutter.Result.NotSigned() -> new Outcome.NotSigned();
            case TermCutter.Result.NotFound() -> new Outcome.NotFound();
        });
    }

    private Outcome drafted(DecisionMaker.Requester by, TermCutter.Result.At at, RenewalRequest request) {
        TermsId id = new TermsId(books.decisionMaker().ids().next());
        return switch (new NewTerms(at.engagement(), request).from(at.cut().day(), id)) {
            case TermsReading.Invalid(List<TermsFault> faults) -> new Outcome.Faulty(faults);
            case TermsReading.Valid(Terms terms) -> {
                EngagementId successor =
                        new EngagementId(books.decisionMaker().ids().next());
                RenewalPlan handOver =
                        new RenewalPlan(by, at, at.engagement().renew(successor, terms), request.signing());
                yield new EngagementRenewer(records, books).handOver(handOver);
            }
        };
    }
}
