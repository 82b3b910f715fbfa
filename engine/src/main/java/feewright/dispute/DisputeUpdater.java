package feewright.dispute;

import feewright.dispute.DisputeEvent.Judgement;
import feewright.dispute.DisputeFold.Folded;
import feewright.dispute.DisputeFold.Step;
import feewright.ledger.Bookkeeping;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntry;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Folds the disputes of a payment again, keeps what changed of how their events stand, and moves them on. */
record DisputeUpdater(Disputes disputes, Bookkeeping books, Instant now) {

    /** The disputes as they stand now, each beside how it stood before, and the decision by which the latest event counts or not. */
    record Result(List<Change> changes, Decision decision) {

        boolean applied() {
            return decision.outcome() == Decision.Outcome.PERMITTED;
        }
    }

    /** A dispute before and after, and what is missing by events of it that do not count. */
    record Change(Dispute before, DisputeSummary course, Map<CurrencyUnit, Uncounted> uncounted) {

        Uncounted uncounted(CurrencyUnit currency) {
            return uncounted.getOrDefault(currency, Uncounted.nothing(currency));
        }

        DisputeId id() {
            return before.id();
        }
    }

    /** Settles all disputes of a payment after something was told of one of them. */
    Result settle(JournalEntry payment, List<Dispute> all, Dispute told) {
        Actor actor = Actor.scheduler(told.of().firm());
        Folded folded = DisputeFold.fold(
                payment.amount(),
                all,
                fact -> books.decisionMaker().rulebook().judge(RuleSet.DISPUTE, List.of(ActorFact.of(actor), fact)));
        int latest = told.events().getLast().number();
        Decision decision = null;
        for (Step step : folded.steps()) {
            Dispute dispute = all.stream()
                    .filter(one -> one.id().equals(step.dispute()))
                    .findFirst()
                    .orElseThrow();
            Optional<Judgement> before = step.event().latest();
            if (before.filter(standing -> standing.applied() == step.applied()).isPresent()) {
                continue;
            }
            Decision made = decided(actor, step);
            int number = step.event().standings().size() + 1;
            disputes.stand(dispute, step.event().number(), new Judgement(number, step.applied(), made.id(), made.at()));
            if (dispute.id().equals(told.id()) && step.event().number() == latest) {
                decision = made;
            }
        }
        List<Change> changes = new ArrayList<>();
        for (Dispute dispute : all) {
            DisputeSummary course = folded.course(dispute.id());
            changes.add(new Change(dispute, course, folded.uncounted(dispute.id())));
            if (!course.equals(dispute.course()) || dispute.id().equals(told.id())) {
                disputes.move(dispute.with(dispute.events(), course));
            }
        }
        Decision of = Objects.requireNonNull(decision, "a new event has no standing before");
        changes.forEach(change -> audit(change, of));
        return new Result(changes, of);
    }

    private Decision decided(Actor actor, Step step) {
        return books.decisionMaker()
                .record(
                        RuleSet.DISPUTE,
                        new Decision.Request("record_dispute_event", "dispute/" + step.dispute()),
                        step.applied() ? Decision.Outcome.PERMITTED : Decision.Outcome.REFUSED,
                        new DecisionMaker.Basis(step.verdict(), actor, now));
    }

    private void audit(Change change, Decision decision) {
        DisputeSummary was = change.before().course();
        DisputeSummary is = change.course();
        DisputeState state = is.state();
        if (state == null || is.equals(was)) {
            return;
        }
        String action = was.state() == null && state.isOpen()
                ? "dispute_opened"
                : state.isOpen() || state == was.state() ? "dispute_updated" : "dispute_resolved";
        books.audit()
                .append(new AuditEvent(
                        new AuditEventId(books.decisionMaker().ids().next()),
                        decision.actor(),
                        action,
                        new AuditEvent.Target(
                                "dispute", change.id(), change.before().of().client()),
                        List.of(state.code(), "decision-" + decision.id()),
                        is.claimed(),
                        now));
    }
}
