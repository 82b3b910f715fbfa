package feewright.api.dispute;

import feewright.api.dispute.DisputeCaseView.DisputeEventView;
import feewright.api.problem.ProblemException;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.Disputes;
import feewright.ledger.DisputeId;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import feewright.rule.Conclusion.Violation;
import feewright.rule.Decisions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Single disputes as answers show them. To be used in a transaction. */
@Component
public record DisputeCases(Disputes disputes, Ledger ledger, Decisions decisions) {

    /** The dispute; 404 where the firm has none such. */
    public Dispute find(Actor actor, UUID id) {
        return ProblemException.unlessFound(
                disputes.find(actor.firm(), new DisputeId(id)).orElse(null));
    }

    /** With everything that was told of it, and its entries. */
    public DisputeCaseView view(Actor actor, Dispute dispute) {
        return DisputeCaseView.of(
                dispute,
                dispute.events().stream()
                        .map(event -> DisputeEventView.of(event, refusedBy(actor, event)))
                        .toList(),
                ledger.disputed(actor.firm(), List.of(dispute.id())));
    }

    private List<String> refusedBy(Actor actor, DisputeEvent event) {
        return event.isApplied()
                ? List.of()
                : event.latest()
                        .flatMap(standing -> decisions.find(actor.firm(), standing.decision()))
                        .map(decision -> decision.verdict().violations().stream()
                                .map(Violation::code)
                                .distinct()
                                .toList())
                        .orElse(List.of());
    }
}
