package feewright.api.run;

import feewright.api.idempotency.WriteResponse;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.DueEngagements;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Starts what a person asks for, or says why not. To be used in a transaction. */
@Component
public record RunRequests(StartRun startRun, BillingRuns runs, Registers records) {

    /** A dry run lists every due day, so that it is not asked for those of a century. */
    private static final int MOST_YEARS_AHEAD = 10;

    /** Where the zones of what is billed are found. */
    @Component
    public record Registers(Engagements engagements, DueEngagements due, Firms firms) {}

    /** Starts the run; empty if the day of the request has come nowhere that is billed, or is too far ahead for a dry run. */
    public Optional<StartRun.Outcome> start(Actor actor, RunRequest request, Instant now) {
        return isTooEarly(actor, request, now) ? Optional.empty() : Optional.of(startRun.start(actor, request, now));
    }

    WriteResponse answer(Actor actor, RunRequest request, Instant now) {
        return start(actor, request, now)
                .map(outcome -> switch (outcome) {
                    case StartRun.Outcome.Started(BillingRun run) ->
                        WriteResponse.accepted(
                                "/v1/billing-runs/" + run.id(),
                                RunView.of(run, RunProgressView.of(run, runs.progress(run), now)));
                    case StartRun.Outcome.NotFound _ -> notFound(actor, request);
                })
                .orElseGet(() -> WriteResponse.refused(ProblemCode.AS_OF_IN_THE_FUTURE));
    }

    private WriteResponse notFound(Actor actor, RunRequest request) {
        EngagementId engagement = request.engagement();
        if (engagement != null
                && records.engagements().find(actor.firm(), engagement).isPresent()) {
            return WriteResponse.refused(ProblemCode.ENGAGEMENT_NOT_SIGNED);
        }
        throw new ProblemException(ProblemCode.NOT_FOUND);
    }

    /** Each engagement is billed up to its own today, so only a day that is in the future everywhere asks for what cannot be. */
    private boolean isTooEarly(Actor actor, RunRequest request, Instant now) {
        LocalDate asOf = request.asOf();
        int yearsAhead = request.dryRun() ? MOST_YEARS_AHEAD : 0;
        return asOf != null
                && zones(actor, request).stream()
                        .allMatch(zone ->
                                asOf.isAfter(LocalDate.ofInstant(now, zone).plusYears(yearsAhead)));
    }

    private Set<ZoneId> zones(Actor actor, RunRequest request) {
        EngagementId engagement = request.engagement();
        Set<ZoneId> zones = engagement == null
                ? records.due().zones(actor.firm())
                : records.engagements()
                        .find(actor.firm(), engagement)
                        .map(found -> Set.of(found.terms().conditions().zone()))
                        .orElse(Set.of());
        return zones.isEmpty()
                ? Set.of(records.firms().find(actor.firm()).map(Firm::zone).orElseThrow())
                : zones;
    }
}
