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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Use case: starts a run, by cutting what is due into slices. Bills nothing yet: see {@link WorkSlice}. */
public record StartRun(Transactions transactions, Registers registers, AuditTrail audit, Ids ids) {

    /** Where runs are kept and what is due is found. */
    public record Registers(BillingRuns runs, DueWork due, Engagements engagements) {

        /** Which engagements a request means at an instant. */
        DueFilter filter(FirmId firm, RunRequest request, Instant now) {
            Map<ZoneId, LocalDate> days = new HashMap<>();
            for (ZoneId zone : due.zones(firm)) {
                days.put(zone, request.upTo(LocalDate.ofInstant(now, zone)));
            }
            return new DueFilter(days, Slice.WHOLE, null, request.engagement(), request.lane());
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
            BillingRun run =
                    started(new Order(actor.firm(), request, actor.person(), now), due(actor.firm(), request, now));
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
            List<Long> due = due(firm, RunRequest.SCHEDULED, now);
            return sum(due) == 0
                    ? Optional.empty()
                    : Optional.of(started(new Order(firm, RunRequest.SCHEDULED, null, now), due));
        });
    }

    private boolean isSigned(FirmId firm, EngagementId engagement) {
        return registers.engagements().find(firm, engagement).orElse(null) instanceof SignedEngagement;
    }

    /** Who starts which run, and when. */
    private record Order(
            FirmId firm, RunRequest request, @Nullable PersonId by, Instant now) {}

    private List<Long> due(FirmId firm, RunRequest request, Instant now) {
        return registers.due().countByBucket(firm, registers.filter(firm, request, now));
    }

    private BillingRun started(Order order, List<Long> dueByBucket) {
        int slices = Slice.countFor(sum(dueByBucket));
        BillingRun run =
                new BillingRun(order.firm(), new RunId(ids.next()), order.request(), order.by(), order.now(), slices);
        registers
                .runs()
                .start(
                        run,
                        IntStream.range(0, slices)
                                .mapToObj(number -> Slice.of(number, slices))
                                .map(slice -> sum(dueByBucket.subList(slice.from(), slice.to())))
                                .toList());
        return run;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private AuditEvent started(Actor actor, BillingRun run, Instant now) {
        AuditEvent.Target target = new AuditEvent.Target("billing-run", run.id(), null);
        List<String> codes = run.request().dryRun() ? List.of("dry-run") : List.of();
        return new AuditEvent(new AuditEventId(ids.next()), actor, "billing-run-started", target, codes, null, now);
    }
}
