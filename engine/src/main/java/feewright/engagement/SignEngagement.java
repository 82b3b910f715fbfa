package feewright.engagement;

import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Fact;
import feewright.rule.Refusal;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Use case: records the client's signature and so freezes the terms (requirement E1). Leaves a decision, signed or refused. */
public record SignEngagement(
        Transactions transactions,
        Engagements engagements,
        CustomerTexts customerTexts,
        DecisionMaker decisionMaker,
        AuditTrail audit,
        Ids ids) {

    /** What the client signed, as the firm reports it. */
    public record Request(
            EngagementId engagement,
            Signature.Method method,
            String documentHash,
            Instant signedAt,
            CustomerText signatory) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Signed(SignedEngagement engagement, Decision decision) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}

        record AlreadySigned() implements Outcome {}
    }

    public Outcome sign(Actor actor, Request request, Instant now) {
        return transactions.in(actor, () -> {
            Optional<Engagement> found = engagements.find(actor.firm(), request.engagement());
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            return switch (found.get()) {
                case SignedEngagement signed -> {
                    decisionMaker.refuse(Refusal.ALREADY_SIGNED, question(signed), actor, now);
                    yield new Outcome.AlreadySigned();
                }
                case DraftEngagement draft -> judged(actor, draft, request, now);
            };
        });
    }

    private static Decision.Request question(Engagement engagement) {
        return new Decision.Request("sign_engagement", "engagement/" + engagement.id());
    }

    private Outcome judged(Actor actor, DraftEngagement draft, Request request, Instant now) {
        List<Fact> facts = List.of(
                ActorFact.of(actor),
                EngagementFact.of(draft),
                new SigningFact(draft.id(), request.signedAt().isAfter(now)));
        Decision decision =
                decisionMaker.ask(RuleSet.ENGAGEMENT, question(draft), facts, new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        SignedEngagement signed = draft.sign(
                new Signature(request.method(), request.documentHash(), request.signedAt(), actor.person(), now));
        engagements.sign(signed, draft.revision());
        customerTexts.write(actor.firm(), Map.of(CustomerTextKey.of(draft.id(), "signatory"), request.signatory()));
        AuditEvent.Target target = new AuditEvent.Target("engagement", draft.id(), draft.client());
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                "engagement_signed",
                target,
                List.of(request.method().code()),
                null,
                now));
        return new Outcome.Signed(signed, decision);
    }
}
