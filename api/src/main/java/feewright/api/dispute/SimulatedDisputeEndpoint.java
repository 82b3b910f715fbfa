package feewright.api.dispute;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.SimulatedProcessor;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethods;
import feewright.platform.Actor;
import feewright.platform.Coded;
import feewright.platform.Ids;
import feewright.processor.EventMeaning;
import feewright.processor.SimulateProcessorEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Has the simulated processor tell of a dispute of one of its payments, as it could be told by a real one (requirement A6). */
@RestController
record SimulatedDisputeEndpoint(
        SimulateProcessorEvent play, Payments payments, IdempotentWrites once, FirmClock clock) {

    /** Whose payments they are. */
    @Component
    record Payments(Attempts attempts, PaymentMethods methods, Ids ids) {

        /** What the simulated processor calls a payment; 404 where it has none such. */
        String reference(Actor actor, UUID payment) {
            PaymentAttempt attempt = ProblemException.unlessFound(attempts.ofPayment(
                            actor.firm(), new JournalEntryId(payment))
                    .filter(found -> methods.ever(actor.firm(), found.method())
                            .filter(method -> method.reference().processor().equals(SimulatedProcessor.CODE))
                            .isPresent())
                    .orElse(null));
            return ProblemException.unlessFound(attempt.reference());
        }
    }

    /**
     * {@code taken}, {@code fee} and {@code back}: what was withdrawn, charged and given back of the dispute until then, in all. Without
     * {@code happened_at}, it happens now.
     */
    record NewDisputeEvent(
            @Nullable String dispute,
            @Nullable String kind,
            @Nullable String status,
            @Nullable MoneyJson claimed,
            @Nullable MoneyJson withdrawn,
            @Nullable MoneyJson fee,
            @Nullable MoneyJson reinstated,
            @Nullable Instant happenedAt,
            @Nullable Instant respondBy) {}

    /** The name under which the event landed. It is read within seconds. */
    record SimulatedEventView(String name) {}

    @ResponseDescriptions(status = 202, body = SimulatedEventView.class)
    @PostMapping(
            path = "/v1/payments/{id}/simulated-dispute-events",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<byte[]> play(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewDisputeEvent body) {
        Fields fields = new Fields();
        Kind kind = constant(fields, Kind.class, body.kind(), "/kind");
        DisputeState status = constant(fields, DisputeState.class, body.status(), "/status");
        Money claimed = fields.amount(body.claimed(), "/claimed");
        String dispute = fields.text(body.dispute(), "/dispute");
        if (body.dispute() != null && !dispute.matches("[a-z0-9_-]{1,40}")) {
            fields.fault("dispute-unreadable", "/dispute");
        }
        if (status == DisputeState.REOPENED) {
            fields.fault("code-unknown", "/status");
        }
        if (claimed.isNegative()) {
            fields.fault("amount-not-above-zero", "/claimed/amount");
        }
        List<DisputeMovement> movements = movements(fields, body, "sim-" + dispute);
        fields.check();
        return once.run(actor, http, () -> {
            Instant now = clock.now(actor);
            Instant happenedAt = body.happenedAt() == null ? now : body.happenedAt();
            UndatedDetails shown = new UndatedDetails(status, claimed, "general", body.respondBy(), movements);
            String name = "sim_evt_" + payments.ids().next();
            play.play(
                    actor.firm(),
                    new SimulateProcessorEvent.Scheduled(name, happenedAt),
                    new EventMeaning.DisputeUpdated("sim-" + dispute, payments.reference(actor, id), kind, shown),
                    now);
            return WriteResponse.accepted("/v1/processor-events", new SimulatedEventView(name));
        });
    }

    private static List<DisputeMovement> movements(Fields fields, NewDisputeEvent body, String dispute) {
        List<DisputeMovement> movements = new ArrayList<>();
        MoneyJson withdrawn = body.withdrawn();
        if (withdrawn != null) {
            Money amount = fields.amount(withdrawn, "/withdrawn");
            Money fee = body.fee() == null ? Money.zero(amount.getCurrencyUnit()) : fields.amount(body.fee(), "/fee");
            if (fee.getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                movements.add(new DisputeMovement(dispute + "-taken", amount.negated(), fee));
            } else {
                fields.fault("currency-differs", "/fee/currency");
            }
        }
        if (body.reinstated() != null) {
            Money amount = fields.amount(body.reinstated(), "/reinstated");
            movements.add(new DisputeMovement(dispute + "-back", amount, Money.zero(amount.getCurrencyUnit())));
        }
        return movements;
    }

    private static <E extends Enum<E> & Coded> E constant(
            Fields fields, Class<E> type, @Nullable String sent, String pointer) {
        E[] constants = type.getEnumConstants();
        String code = fields.text(sent, pointer);
        return Arrays.stream(constants)
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    if (sent != null) {
                        fields.fault("code-unknown", pointer);
                    }
                    return constants[0];
                });
    }
}
