package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Refusal;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Use case: approves or rejects versions of time entries, each judged by itself and reported by itself (requirement H2). Every
 * entry that is there leaves a decision. Rejecting approved time that is not billed takes its approval back.
 */
public record ReviewTime(
        Transactions transactions,
        TimeEntries entries,
        Engagements engagements,
        CustomerTexts customerTexts,
        AuditTrail audit,
        DecisionMaker decisionMaker) {

    /** Approves versions for one side: the firm's, or the client's where the terms ask for it. */
    public List<ReviewResult> approve(Actor actor, Approval.Side side, List<EntryVersion> versions, Instant now) {
        return review(actor, new ReviewStep.Approve(side), versions, now);
    }

    /** Rejects versions, with a reason in words. */
    public List<ReviewResult> reject(Actor actor, CustomerText reason, List<EntryVersion> versions, Instant now) {
        return review(actor, new ReviewStep.Reject(reason), versions, now);
    }

    private List<ReviewResult> review(Actor actor, ReviewStep step, List<EntryVersion> versions, Instant now) {
        return transactions.in(actor, () -> {
            Map<TimeEntryId, TimeEntry> found = locked(actor, versions);
            Map<EngagementId, Engagement> agreements = new HashMap<>();
            List<ReviewResult> reviews = new ArrayList<>();
            for (EntryVersion seen : versions) {
                Optional<TimeEntry> time = Optional.ofNullable(found.get(seen.entry()));
                ReviewResult review = time.map(
                                current -> reviewIfCurrent(seen, step, on(actor, current, agreements, now)))
                        .orElse(new ReviewResult.NotFound(seen));
                if (review instanceof ReviewResult.Done done) {
                    found.put(seen.entry(), done.entry());
                }
                Decision.Request question = new Decision.Request(step.action(), seen.ref());
                refusal(review).ifPresent(refusal -> decisionMaker.refuse(refusal, question, actor, now));
                reviews.add(review);
            }
            return reviews;
        });
    }

    /** What the engine itself refused; empty where it did not, or where there is no entry that could be refused. */
    private static Optional<Refusal> refusal(ReviewResult review) {
        return switch (review) {
            case ReviewResult.Stale _ -> Optional.of(Refusal.VERSION_OUTDATED);
            case ReviewResult.NotPossible _ -> Optional.of(Refusal.NO_SUCH_STEP);
            case ReviewResult.Done _, ReviewResult.Refused _, ReviewResult.NotFound _ -> Optional.empty();
        };
    }

    private Map<TimeEntryId, TimeEntry> locked(Actor actor, List<EntryVersion> versions) {
        List<TimeEntryId> wanted =
                versions.stream().map(EntryVersion::entry).distinct().toList();
        Map<TimeEntryId, TimeEntry> found = new HashMap<>();
        entries.lock(actor.firm(), wanted)
                .forEach(time -> found.put(time.version().entry(), time));
        return found;
    }

    private TimeCase on(Actor actor, TimeEntry time, Map<EngagementId, Engagement> agreements, Instant now) {
        Engagement engagement = agreements.computeIfAbsent(
                time.work().engagement(),
                id -> engagements.find(actor.firm(), id).orElseThrow());
        return new TimeCase(actor, time, engagement, now);
    }

    private ReviewResult reviewIfCurrent(EntryVersion seen, ReviewStep step, TimeCase on) {
        return on.version().equals(seen) ? judged(step, on) : new ReviewResult.Stale(seen, on.version());
    }

    private ReviewResult judged(ReviewStep step, TimeCase on) {
        Verdict verdict = decisionMaker.rulebook().judge(RuleSet.TIME, on.facts(step.asked(on.version())));
        Decision.Request question =
                new Decision.Request(step.action(), on.version().ref());
        DecisionMaker.Basis ruling = new DecisionMaker.Basis(verdict, on.actor(), on.now());
        if (!verdict.isPermitted()) {
            return new ReviewResult.Refused(
                    on.version(), decisionMaker.record(RuleSet.TIME, question, Decision.Outcome.REFUSED, ruling));
        }
        Optional<TimeEntry.Editable> after = step.after(on);
        if (after.isEmpty()) {
            return new ReviewResult.NotPossible(on.version(), TimeState.of(on.time()));
        }
        Decision decision = decisionMaker.record(RuleSet.TIME, question, Decision.Outcome.PERMITTED, ruling);
        save(step, on, after.get());
        audit(step.audited(on), on, decision);
        return new ReviewResult.Done(on.version(), after.get(), decision);
    }

    private void save(ReviewStep step, TimeCase on, TimeEntry.Editable after) {
        switch (step) {
            case ReviewStep.Approve approving -> entries.approve(after, approving.approval(on), on.dueOn());
            case ReviewStep.Reject rejecting -> {
                entries.reject((RejectedTime) after);
                CustomerTextKey reason = CustomerTextKey.of(
                        on.version().entry(), "rejection@" + on.version().number());
                customerTexts.write(on.actor().firm(), Map.of(reason, rejecting.reason()));
            }
        }
    }

    private void audit(ReviewStep.Audited audited, TimeCase on, Decision decision) {
        List<String> codes = List.of(audited.code(), "version-" + on.version().number(), "decision-" + decision.id());
        AuditEventId id = new AuditEventId(decisionMaker.ids().next());
        audit.append(new AuditEvent(id, on.actor(), audited.action(), on.target(), codes, null, on.now()));
    }
}
