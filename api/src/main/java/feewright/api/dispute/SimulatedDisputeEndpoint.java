package feewright.api.dispute;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.Answers;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.SimulatedProcessor;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.Shown;
import feewright.dispute.DisputeState;
import feewright.dispute.Movement;
import feewright.firm.Actor;
import feewright.firm.Ids;
import feewright.payment.PaymentMethods;
import feewright.processor.EventMeaning;
import feewright.processor.PlaySimulated;
import feewright.receivable.JournalEntryId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
record SimulatedDisputeEndpoint(PlaySimulated play, Payments payments, Once once, FirmClock clock) {

    /** Whose payments they are. */
    @Component
    record Payments(Attempts attempts, PaymentMethods methods, Ids ids) {

        /** What the simulated processor calls a payment; 404 where it has none such. */
        String reference(Actor actor, UUID payment) {
            PaymentAttempt attempt = Refused.unlessFound(attempts.ofPayment(actor.firm(), new JournalEntryId(payment))
                    .filter(found -> methods.ever(actor.firm(), found.method())
                            .filter(method -> method.reference().processor().equals(SimulatedProcessor.CODE))
                            .isPresent())
                    .orElse(null));
            return Refused.unlessFound(attempt.reference());
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
            @Nullable MoneyJson taken,
            @Nullable MoneyJson fee,
            @Nullable MoneyJson back,
            @Nullable Instant happenedAt,
            @Nullable Instant respondBy) {}

    /** The name under which the event landed. It is read within seconds. */
    record PlayedView(String name) {}

    @Answers(status = 202, body = PlayedView.class)
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
        List<Movement> movements = movements(fields, body, "sim-" + dispute);
        fields.check();
        return once.run(actor, http, () -> {
            Instant now = clock.now(actor);
            Instant happenedAt = body.happenedAt() == null ? now : body.happenedAt();
            Shown shown = new Shown(status, claimed, "general", body.respondBy(), movements);
            String name = "sim_evt_" + payments.ids().next();
            play.play(
                    actor.firm(),
                    new PlaySimulated.Told(name, happenedAt),
                    new EventMeaning.SaysOfDispute("sim-" + dispute, payments.reference(actor, id), kind, shown),
                    now);
            return Answer.accepted("/v1/processor-events", new PlayedView(name));
        });
    }

    private static List<Movement> movements(Fields fields, NewDisputeEvent body, String dispute) {
        List<Movement> movements = new ArrayList<>();
        MoneyJson taken = body.taken();
        if (taken != null) {
            Money amount = fields.amount(taken, "/taken");
            Money fee = body.fee() == null ? Money.zero(amount.getCurrencyUnit()) : fields.amount(body.fee(), "/fee");
            if (fee.getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                movements.add(new Movement(dispute + "-taken", amount.negated(), fee));
            } else {
                fields.fault("currency-differs", "/fee/currency");
            }
        }
        if (body.back() != null) {
            Money amount = fields.amount(body.back(), "/back");
            movements.add(new Movement(dispute + "-back", amount, Money.zero(amount.getCurrencyUnit())));
        }
        return movements;
    }

    private static <E extends Enum<E>> E constant(Fields fields, Class<E> type, @Nullable String sent, String pointer) {
        E[] constants = type.getEnumConstants();
        String code = fields.text(sent, pointer);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseGet(() -> {
                    if (sent != null) {
                        fields.fault("code-unknown", pointer);
                    }
                    return constants[0];
                });
    }
}
