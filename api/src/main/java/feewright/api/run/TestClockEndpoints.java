package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.firm.Firms;
import feewright.firm.TestClock;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a test firm, which an integrator moves to try a year in a minute. A live firm has none. */
@RestController
@RequestMapping(path = "/v1/test-clock", produces = "application/json")
record TestClockEndpoints(FirmClock clock, AdvanceClock advanceClock, IdempotentWrites once, Records records) {

    /** In one request; further is reached by several. */
    private static final Duration FURTHEST = Duration.ofDays(3 * 366L);

    /** Where a move is written down. */
    @Component
    record Records(Firms firms, AuditTrail audit, Ids ids) {}

    record Move(@Nullable Instant to) {}

    /** {@code target} is where the clock is being moved to; the same as {@code now} while it stands. */
    record TestClockView(Instant now, Instant target) {}

    @GetMapping
    TestClockView find(Actor actor) {
        if (!clock.isTest(actor)) {
            throw new ProblemException(ProblemCode.FIRM_IS_LIVE);
        }
        TestClock at = clock.moved(actor).orElseGet(() -> TestClock.at(clock.now(actor)));
        return new TestClockView(at.now(), at.target());
    }

    /** What is asked for is kept first; it is answered once everything in between is billed. The same key goes on with it. */
    @ResponseDescriptions(status = 200, body = TestClockView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> move(Actor actor, HttpServletRequest http, @RequestBody Move body) {
        Fields fields = new Fields();
        Instant to = fields.instant(body.to(), "/to");
        fields.check();
        ResponseEntity<byte[]> answer = once.run(actor, http, () -> bound(actor, to));
        if (answer.getStatusCode().is2xxSuccessful()) {
            advanceClock.arrive(actor.firm());
        }
        return answer;
    }

    private WriteResponse bound(Actor actor, Instant to) {
        if (!clock.isTest(actor)) {
            return WriteResponse.refused(ProblemCode.FIRM_IS_LIVE);
        }
        TestClock at = clock.moved(actor).orElseGet(() -> TestClock.at(clock.now(actor)));
        if (!to.isAfter(at.target())) {
            return WriteResponse.refused(ProblemCode.CLOCK_ONLY_FORWARD);
        }
        if (to.isAfter(at.now().plus(FURTHEST))) {
            Fields fields = new Fields();
            fields.fault("to-too-far", "/to");
            fields.check();
        }
        records.firms().keepClock(actor.firm(), new TestClock(at.now(), to));
        records.audit()
                .append(new AuditEvent(
                        new AuditEventId(records.ids().next()),
                        actor,
                        "test_clock_moved",
                        new AuditEvent.Target("firm", actor.firm(), null),
                        List.of(),
                        null,
                        at.now()));
        return WriteResponse.ok(new TestClockView(to, to));
    }
}
