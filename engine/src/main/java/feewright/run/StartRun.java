package feewright.run;

import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.FirmId;
import feewright.platform.Ids;
import feewright.platform.PersonId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: starts a run, by writing down what is due and cutting it into slices. Bills nothing yet: see {@link BillSlice}. */
public record StartRun(
        Transactions transactions,
        BillingRuns runs,
        WorkLists lists,
        DueEngagements due,
        Engagements engagements,
        AuditTrail audit,
        Ids ids) {

    /** What came of it. */
    public sealed interface Outcome {

        record Started(BillingRun run) implements Outcome {}

        /** No such signed engagement in this firm. */
        record NotFound() implements Outcome {}
    }

    /** Starts what a person asks for, even if nothing is due, so that there is a result to look at. */
    public Outcome start(Actor actor, RunRequest request, Instant now) {
        return transactions.in(actor, () -> {
            EngagementId only = request.engagement();
            if (only != null && !isSigned(actor.firm(), only)) {
                return new Outcome.NotFound();
            }
            BillingRun run = run(actor.firm(), request, actor.person(), now);
            runs.start(run, Slice.cut(listed(run)));
            audit.append(started(actor, run, now));
            return new Outcome.Started(run);
        });
    }

    /** Starts the firm's scheduled run; empty if nothing is due, or an earlier one is still at work. */
    public Optional<BillingRun> startScheduled(FirmId firm, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            boolean atWork =
                    runs.unfinished(firm).stream().anyMatch(run -> run.request().equals(RunRequest.SCHEDULED));
            if (atWork) {
                return Optional.empty();
            }
            BillingRun run = run(firm, RunRequest.SCHEDULED, null, now);
            int listed = listed(run);
            if (listed == 0) {
                return Optional.empty();
            }
            runs.start(run, Slice.cut(listed));
            return Optional.of(run);
        });
    }

    private boolean isSigned(FirmId firm, EngagementId engagement) {
        return engagements.find(firm, engagement).orElse(null) instanceof SignedEngagement;
    }

    private BillingRun run(FirmId firm, RunRequest request, @Nullable PersonId by, Instant now) {
        return new BillingRun(firm, new RunId(ids.next()), request, by, now);
    }

    private int listed(BillingRun run) {
        return lists.write(run, DueFilter.of(run.request(), due.zones(run.firm()), run.startedAt()));
    }

    private AuditEvent started(Actor actor, BillingRun run, Instant now) {
        AuditEvent.Target target = new AuditEvent.Target("billing_run", run.id(), null);
        List<String> codes = run.request().dryRun() ? List.of("dry_run") : List.of();
        return new AuditEvent(new AuditEventId(ids.next()), actor, "billing_run_started", target, codes, null, now);
    }
}
