package feewright.amendment;

import feewright.engagement.EndingReason;
import feewright.engagement.EngagementFact;
import feewright.engagement.RenewalFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.SigningFact;
import feewright.engagement.Succession;
import feewright.platform.CustomerTextKey;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a renewal is judged, as a renewal, an ending and a signature, and how it is kept. */
record EngagementRenewer(AmendmentRecords records, AmendmentRecorder books) {

    RenewEngagement.Outcome handOver(RenewalPlan of) {
        List<Succession> chain =
                records.amendments().chain(of.renewed().firm(), of.renewed().id());
        EngagementEnder endings = new EngagementEnder(records, books);
        List<Decision> decisions = new ArrayList<>(List.of(judge(of, chain)));
        if (of.isEarly()) {
            decisions.add(endings.judge(
                    of.by().actor(), of.renewed(), of.day(), of.by().at()));
        }
        decisions.add(signing(of));
        Optional<Decision> refusal = decisions.stream()
                .filter(decision -> decision.outcome() == Decision.Outcome.REFUSED)
                .findFirst()
                .or(() -> new TermCutter(records, books)
                        .credit(
                                of.by().actor(),
                                of.at().cut(),
                                AmendmentTexts.NONE,
                                of.by().at()));
        if (refusal.isPresent()) {
            return new RenewEngagement.Outcome.Refused(refusal.get());
        }
        SignedEngagement renewed =
                of.isEarly() ? endings.end(decisions.get(1), of.at(), EndingReason.RENEWED) : of.renewed();
        return kept(of, renewed, succession(of, chain), decisions.getFirst());
    }

    private RenewEngagement.Outcome kept(
            RenewalPlan of, SignedEngagement renewed, Succession succession, Decision decision) {
        SignedEngagement successor = of.signed();
        records.engagements().add(of.successor());
        records.engagements().sign(successor, of.successor().revision());
        records.amendments().renew(successor, succession, books.recorded(decision));
        books.write(
                successor,
                Map.of(
                        CustomerTextKey.of(successor.id(), "signatory"),
                        of.signing().signatory()));
        books.audit(
                decision,
                successor,
                "engagement_signed",
                List.of(of.signing().method().code()));
        books.audit(
                decision,
                renewed,
                "engagement_renewed",
                List.of(
                        "successor-engagement-" + successor.id(),
                        "version-" + succession.version(),
                        "handed-over-on-" + succession.handedOverOn()));
        return new RenewEngagement.Outcome.Renewed(renewed, successor, succession);
    }

    private static Succession succession(RenewalPlan of, List<Succession> chain) {
        int version = chain.stream()
                .filter(before -> before.successor().equals(of.renewed().id()))
                .mapToInt(Succession::version)
                .findFirst()
                .orElse(1);
        return new Succession(of.renewed().id(), of.successor().id(), version + 1, of.day());
    }

    private Decision judge(RenewalPlan of, List<Succession> chain) {
        boolean renewed =
                chain.stream().anyMatch(one -> one.renews().equals(of.renewed().id()));
        return ask(
                of,
                new Decision.Request(
                        "renew_engagement", "engagement/" + of.renewed().id()),
                List.of(
                        ActorFact.of(of.by().actor()),
                        EngagementFact.of(of.renewed()),
                        EngagementFact.of(of.successor()),
                        new RenewalFact(of.renewed().id(), of.successor().id(), of.day(), renewed)));
    }

    private Decision signing(RenewalPlan of) {
        boolean inTheFuture = of.signing().signedAt().isAfter(of.by().at());
        return ask(
                of,
                new Decision.Request(
                        "sign_engagement", "engagement/" + of.successor().id()),
                List.of(
                        ActorFact.of(of.by().actor()),
                        EngagementFact.of(of.successor()),
                        new SigningFact(of.successor().id(), inTheFuture)));
    }

    private Decision ask(RenewalPlan of, Decision.Request question, List<Fact> facts) {
        return books.decisionMaker().ask(RuleSet.ENGAGEMENT, question, facts, of.by());
    }
}
