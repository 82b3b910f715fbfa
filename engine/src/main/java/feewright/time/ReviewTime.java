package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementFact;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Fact;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Use case: approves or rejects versions of time entries, each judged by itself and reported by itself (requirement H2). Every
 * judged entry leaves a decision. Rejecting approved time that is not billed takes its approval back.
 */
public record ReviewTime(Transactions transactions, TimeEntries entries, Records records, Judge judge) {

    /** What a review reads and writes beside the entries. */
    public record Records(Engagements engagements, Contents contents, AuditTrail audit) {}

    /** Approves versions for one side: the firm's, or the client's where the terms ask for it. */
    public List<Review> approve(Actor actor, Approval.Side side, List<EntryVersion> versions, Instant now) {
        return review(actor, versions, (time, engagement) -> approve(actor, side, new Case(time, engagement, now)));
    }

    /** Rejects versions, with a reason in words. */
    public List<Review> reject(Actor actor, Content reason, List<EntryVersion> versions, Instant now) {
        return review(actor, versions, (time, engagement) -> reject(actor, reason, new Case(time, engagement, now)));
    }

    private record Case(TimeEntry time, Engagement engagement, Instant now) {

        EntryVersion version() {
            return time.version();
        }
    }

    private interface Step {
        Review take(TimeEntry time, Engagement engagement);
    }

    private List<Review> review(Actor actor, List<EntryVersion> versions, Step step) {
        return transactions.in(actor, () -> {
            List<TimeEntryId> wanted =
                    versions.stream().map(EntryVersion::entry).distinct().toList();
            Map<TimeEntryId, TimeEntry> found = new HashMap<>(entries.lock(actor.firm(), wanted).stream()
                    .collect(Collectors.toMap(time -> time.version().entry(), Function.identity())));
            Map<EngagementId, Engagement> agreements = new HashMap<>();
            List<Review> reviews = new ArrayList<>();
            for (EntryVersion seen : versions) {
                TimeEntry time = found.get(seen.entry());
                if (time == null) {
                    reviews.add(new Review.NotFound(seen));
                } else if (!time.version().equals(seen)) {
                    reviews.add(new Review.Stale(seen, time.version()));
                } else {
                    Engagement engagement =
                            agreements.computeIfAbsent(time.work().engagement(), id -> engagement(actor.firm(), id));
                    Review review = step.take(time, engagement);
                    if (review instanceof Review.Done done) {
                        found.put(seen.entry(), done.entry());
                    }
                    reviews.add(review);
                }
            }
            return reviews;
        });
    }

    private Review approve(Actor actor, Approval.Side side, Case on) {
        ApprovalFact asked = new ApprovalFact(on.version().entry(), on.version().number(), side);
        Verdict verdict = judge(actor, on, asked);
        Decision.Question question = new Decision.Question(
                "approve-time-by-" + side.code(), on.version().ref());
        if (!verdict.isPermitted()) {
            return new Review.Refused(on.version(), decide(question, Decision.Outcome.REFUSED, actor, on, verdict));
        }
        if (!(on.time() instanceof SubmittedTime submitted)
                || submitted.approvals().of(side) != null) {
            return new Review.NotPossible(on.version(), TimeState.of(on.time()));
        }
        Approval approval = new Approval(side, actor.person(), on.now());
        TimeEntry.Editable after = submitted.approve(approval);
        Decision decision = decide(question, Decision.Outcome.PERMITTED, actor, on, verdict);
        entries.approve(after, approval);
        audit(actor, "time-approved", on, side.code(), decision);
        return new Review.Done(on.version(), after, decision);
    }

    private Review reject(Actor actor, Content reason, Case on) {
        RejectionFact asked =
                new RejectionFact(on.version().entry(), on.version().number());
        Verdict verdict = judge(actor, on, asked);
        Decision.Question question =
                new Decision.Question("reject-time", on.version().ref());
        if (!verdict.isPermitted()) {
            return new Review.Refused(on.version(), decide(question, Decision.Outcome.REFUSED, actor, on, verdict));
        }
        DraftTime draft = switch (on.time()) {
            case SubmittedTime submitted -> submitted.draft();
            case ApprovedTime approved -> approved.draft();
            case DraftTime _, RejectedTime _, BilledTime _ -> null;
        };
        if (draft == null) {
            return new Review.NotPossible(on.version(), TimeState.of(on.time()));
        }
        RejectedTime after = new RejectedTime(draft, actor.person(), on.now());
        Decision decision = decide(question, Decision.Outcome.PERMITTED, actor, on, verdict);
        entries.reject(after);
        records.contents()
                .write(
                        actor.firm(),
                        Map.of(
                                ContentKey.of(
                                        on.version().entry(),
                                        "rejection@" + on.version().number()),
                                reason));
        audit(actor, "time-rejected", on, TimeState.of(on.time()).code(), decision);
        return new Review.Done(on.version(), after, decision);
    }

    private Verdict judge(Actor actor, Case on, Fact asked) {
        return judge.rulebook()
                .judge(
                        RuleSet.TIME,
                        List.of(
                                ActorFact.of(actor),
                                EngagementFact.of(on.engagement()),
                                TimeFact.of(on.time()),
                                asked));
    }

    private Decision decide(
            Decision.Question question, Decision.Outcome outcome, Actor actor, Case on, Verdict verdict) {
        return judge.record(RuleSet.TIME, question, outcome, new Judge.Ruling(verdict, actor, on.now()));
    }

    private void audit(Actor actor, String action, Case on, String code, Decision decision) {
        AuditEvent.Target target = new AuditEvent.Target(
                "time-entry", on.version().entry(), on.engagement().client());
        List<String> codes = List.of(code, "version-" + on.version().number(), "decision-" + decision.id());
        records.audit()
                .append(new AuditEvent(
                        new AuditEventId(judge.ids().next()), actor, action, target, codes, null, on.now()));
    }

    private Engagement engagement(FirmId firm, EngagementId id) {
        return records.engagements().find(firm, id).orElseThrow();
    }
}
