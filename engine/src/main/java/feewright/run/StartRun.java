package feewright.run;

import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.FirmId;
import feewright.firm.Ids;
import feewright.firm.PersonId;
import feewright.firm.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: starts a run, by writing down what is due and cutting it into slices. Bills nothing yet: see {@link WorkSlice}. */
public record StartRun(Transactions transactions, Registers registers, AuditTrail audit, Ids ids) {

    /** Where runs and their work are kept and what is due is found. */
    public record Registers(BillingRuns runs, WorkLists lists, DueWork due, Engagements engagements) {

        /** Which engagements a request means at an instant. */
        DueFilter filter(FirmId firm, RunRequest request, Instant now) {
            Map<ZoneId, LocalDate> days = new HashMap<>();
            for (ZoneId zone : due.zones(firm)) {
                days.put(zone, request.upTo(LocalDate.ofInstant(now, zone)));
            }
            return new DueFilter(days, request.lane());
        }
    }

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
            registers.runs().start(run, Slice.cut(listed(run)));
            audit.append(started(actor, run, now));
            return new Outcome.Started(run);
        });
    }

    /** Starts the firm's scheduled run; empty if nothing is due, or an earlier one is still at work. */
    public Optional<BillingRun> startScheduled(FirmId firm, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            boolean atWork = registers.runs().unfinished(firm).stream()
                    .anyMatch(run -> run.request().equals(RunRequest.SCHEDULED));
            if (atWork) {
                return Optional.empty();
            }
            BillingRun run = run(firm, RunRequest.SCHEDULED, null, now);
            int due = listed(run);
            if (due == 0) {
                return Optional.empty();
            }
            registers.runs().start(run, Slice.cut(due));
            return Optional.of(run);
        });
    }

    private boolean isSigned(FirmId firm, EngagementId engagement) {
        return registers.engagements().find(firm, engagement).orElse(null) instanceof SignedEngagement;
    }

    private BillingRun run(FirmId firm, RunRequest request, @Nullable PersonId by, Instant now) {
        return new BillingRun(firm, new RunId(ids.next()), request, by, now);
    }

    private int listed(BillingRun run) {
        return registers.lists().write(run, registers.filter(run.firm(), run.request(), run.startedAt()));
    }

    private AuditEvent started(Actor actor, BillingRun run, Instant now) {
        AuditEvent.Target target = new AuditEvent.Target("billing-run", run.id(), null);
        List<String> codes = run.request().dryRun() ? List.of("dry-run") : List.of();
        return new AuditEvent(new AuditEventId(ids.next()), actor, "billing-run-started", target, codes, null, now);
    }
}
