package feewright.api.time;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.platform.Role;
import feewright.time.EntryVersion;
import feewright.time.ReviewResult;
import feewright.time.ReviewTime;
import feewright.time.TimeEntries;
import feewright.time.TimeEntryId;
import feewright.time.TimeState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Approving many at once, each judged and reported by itself (requirement H2). */
@RestController
record BulkApprovalEndpoint(
        ReviewTime reviewTime, TimeEntries entries, VisibleTime visible, IdempotentWrites once, FirmClock clock) {

    private static final int MOST = 200;

    record Approvals(@Nullable List<Item> entries) {}

    record Item(@Nullable UUID id, @Nullable Integer version) {}

    record Results(List<Result> results) {}

    /** {@code outcome}: approved, submitted (another side's approval is missing), refused, stale, not-possible, not-found. */
    record Result(
            UUID id,
            int version,
            String outcome,
            @Nullable List<Problem.Violation> violations,
            @Nullable String decisionId,
            @Nullable Integer currentVersion) {}

    @ResponseDescriptions(body = Results.class)
    @PostMapping(path = "/v1/time-entries/approvals", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> approve(Actor actor, HttpServletRequest request, @RequestBody Approvals body) {
        List<EntryVersion> seen = read(body);
        return once.run(actor, request, () -> {
            List<EntryVersion> shown = seen.stream()
                    .filter(version -> isShown(actor, version.entry()))
                    .toList();
            List<ReviewResult> reviews =
                    reviewTime.approve(actor, ReviewEndpoints.sideOf(actor), shown, clock.now(actor));
            List<Result> results = new ArrayList<>();
            int next = 0;
            for (EntryVersion version : seen) {
                boolean reviewed = next < shown.size() && shown.get(next).equals(version);
                results.add(result(reviewed ? reviews.get(next++) : new ReviewResult.NotFound(version)));
            }
            return WriteResponse.ok(new Results(results));
        });
    }

    private boolean isShown(Actor actor, TimeEntryId entry) {
        return !actor.is(Role.CLIENT)
                || entries.find(actor.firm(), entry)
                        .filter(found -> visible.isShownToClient(actor, found))
                        .isPresent();
    }

    private static List<EntryVersion> read(Approvals body) {
        Fields fields = new Fields();
        List<Item> items = Objects.requireNonNullElse(body.entries(), List.of());
        if (items.isEmpty() || items.size() > MOST) {
            fields.fault(items.isEmpty() ? "entries-missing" : "entries-too-many", "/entries");
            fields.check();
        }
        List<EntryVersion> seen = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String pointer = "/entries/" + i;
            UUID id = fields.id(item.id(), pointer + "/id");
            int version = fields.number(item.version(), pointer + "/version");
            if (item.version() != null && version < 1) {
                fields.fault("version-out-of-range", pointer + "/version");
            }
            seen.add(new EntryVersion(new TimeEntryId(id), Math.max(version, 1)));
        }
        fields.check();
        return seen;
    }

    private static Result result(ReviewResult review) {
        return switch (review) {
            case ReviewResult.Done done ->
                result(review, TimeState.of(done.entry()).code());
            case ReviewResult.Refused refused ->
                new Result(
                        review.seen().entry().value(),
                        review.seen().number(),
                        "refused",
                        Rulings.violations(refused.decision().verdict()),
                        refused.decision().id().toString(),
                        null);
            case ReviewResult.Stale stale ->
                new Result(
                        review.seen().entry().value(),
                        review.seen().number(),
                        ProblemCode.STALE.code(),
                        null,
                        null,
                        stale.current().number());
            case ReviewResult.NotPossible _ -> result(review, "not_possible");
            case ReviewResult.NotFound _ -> result(review, ProblemCode.NOT_FOUND.code());
        };
    }

    private static Result result(ReviewResult review, String outcome) {
        return new Result(review.seen().entry().value(), review.seen().number(), outcome, null, null, null);
    }
}
