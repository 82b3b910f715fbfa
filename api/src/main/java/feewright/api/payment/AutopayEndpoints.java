package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.api.firm.OwnClient;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.payment.Autopay;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethodId;
import feewright.payment.PaymentMethods;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether what is issued to a client is collected by itself (requirement A2). */
@RestController
@RequestMapping(path = "/v1/clients/{id}/autopay", produces = "application/json")
record AutopayEndpoints(ManagePaymentMethods keep, Transactions transactions, PaymentMethods methods, FirmClock clock) {

    /** Without a method, the newest one of the client is charged. */
    record AutopayJson(@Nullable Boolean enabled, @Nullable UUID paymentMethodId) {}

    /** Off, and set by nobody, where it never was set. */
    record AutopayView(
            boolean enabled,
            @Nullable UUID paymentMethodId,
            @Nullable UUID updatedBy,
            @Nullable Instant updatedAt) {

        static AutopayView of(Autopay setting) {
            return new AutopayView(
                    setting.on(),
                    setting.method() == null ? null : setting.method().value(),
                    setting.by().value(),
                    setting.at());
        }
    }

    @GetMapping
    AutopayView find(Actor actor, @PathVariable UUID id) {
        ClientId client = OwnClient.named(actor, new ClientId(id));
        if (!keep.isKnown(actor, client)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return transactions
                .reading(
                        actor,
                        () -> methods.autopay(actor.firm(), List.of(client)).stream()
                                .findFirst())
                .map(AutopayView::of)
                .orElse(new AutopayView(false, null, null, null));
    }

    /** Sent twice, it says the same twice. */
    @PutMapping(consumes = "application/json")
    AutopayView set(Actor actor, @PathVariable UUID id, @RequestBody AutopayJson body) {
        Fields fields = new Fields();
        if (body.enabled() == null) {
            fields.fault("enabled-missing", "/enabled");
        }
        fields.check();
        PaymentMethodId method = body.paymentMethodId() == null ? null : new PaymentMethodId(body.paymentMethodId());
        return AutopayView.of(keep.autopay(
                        actor,
                        new ClientId(id),
                        new ManagePaymentMethods.AutopaySetting(Boolean.TRUE.equals(body.enabled()), method),
                        clock.now(actor))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
