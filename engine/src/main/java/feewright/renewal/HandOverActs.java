package feewright.renewal;

import feewright.engagement.EndingReason;
import feewright.engagement.EngagementFact;
import feewright.engagement.RenewalFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.SigningFact;
import feewright.engagement.Succession;
import feewright.firm.ContentKey;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a renewal is judged, as a renewal, an ending and a signature, and how it is kept. */
record HandOverActs(CourseRegisters registers, CourseBooks books) {

    RenewEngagement.Outcome handOver(HandOver of) {
        List<Succession> chain =
                registers.courses().chain(of.renewed().firm(), of.renewed().id());
        EndingActs endings = new EndingActs(registers, books);
        List<Decision> decisions = new ArrayList<>(List.of(judge(of, chain)));
        if (of.isEarly()) {
            decisions.add(endings.judge(
                    of.by().actor(), of.renewed(), of.day(), of.by().at()));
        }
        decisions.add(signing(of));
        Optional<Decision> refusal = decisions.stream()
                .filter(decision -> decision.outcome() == Decision.Outcome.REFUSED)
                .findFirst()
                .or(() -> new Cutting(registers, books)
                        .credit(
                                of.by().actor(),
                                of.at().cut(),
                                CourseWords.NONE,
                                of.by().at()));
        if (refusal.isPresent()) {
            return new RenewEngagement.Outcome.Refused(refusal.get());
        }
        SignedEngagement renewed =
                of.isEarly() ? endings.end(decisions.get(1), of.at(), EndingReason.RENEWED) : of.renewed();
        return kept(of, renewed, succession(of, chain), decisions.getFirst());
    }

    private RenewEngagement.Outcome kept(
            HandOver of, SignedEngagement renewed, Succession succession, Decision decision) {
        SignedEngagement successor = of.signed();
        registers.engagements().add(of.successor());
        registers.engagements().sign(successor, of.successor().revision());
        registers.courses().renew(successor, succession, books.recorded(decision));
        books.write(
                successor,
                Map.of(ContentKey.of(successor.id(), "signatory"), of.signing().signatory()));
        books.audit(
                decision,
                successor,
                "engagement-signed",
                List.of(of.signing().method().code()));
        books.audit(
                decision,
                renewed,
                "engagement-renewed",
                List.of(
                        "successor-" + successor.id(),
                        "version-" + succession.version(),
                        "handed-over-on-" + succession.handedOverOn()));
        return new RenewEngagement.Outcome.Renewed(renewed, successor, succession);
    }

    private static Succession succession(HandOver of, List<Succession> chain) {
        int version = chain.stream()
                .filter(before -> before.successor().equals(of.renewed().id()))
                .mapToInt(Succession::version)
                .findFirst()
                .orElse(1);
        return new Succession(of.renewed().id(), of.successor().id(), version + 1, of.day());
    }

    private Decision judge(HandOver of, List<Succession> chain) {
        boolean renewed =
                chain.stream().anyMatch(one -> one.renews().equals(of.renewed().id()));
        return ask(
                of,
                new Decision.Question(
                        "renew-engagement", "engagement/" + of.renewed().id()),
                List.of(
                        ActorFact.of(of.by().actor()),
                        EngagementFact.of(of.renewed()),
                        EngagementFact.of(of.successor()),
                        new RenewalFact(of.renewed().id(), of.successor().id(), of.day(), renewed)));
    }

    private Decision signing(HandOver of) {
        boolean inTheFuture = of.signing().signedAt().isAfter(of.by().at());
        return ask(
                of,
                new Decision.Question(
                        "sign-engagement", "engagement/" + of.successor().id()),
                List.of(
                        ActorFact.of(of.by().actor()),
                        EngagementFact.of(of.successor()),
                        new SigningFact(of.successor().id(), inTheFuture)));
    }

    private Decision ask(HandOver of, Decision.Question question, List<Fact> facts) {
        return books.judge().ask(RuleSet.ENGAGEMENT, question, facts, of.by());
    }
}
