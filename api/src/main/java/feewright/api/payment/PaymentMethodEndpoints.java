package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.attempt.PaymentProcessor;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.payment.PaymentMethodId;
import feewright.payment.PaymentMethods;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients pay with: references that a processor gave out, never a card number (requirement A1). */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record PaymentMethodEndpoints(
        ManagePaymentMethods keep, ProcessorCalls processors, Reading reading, IdempotentWrites once, FirmClock clock) {

    private static final int LONGEST = 200;

    /** What is read. */
    @Component
    record Reading(Transactions transactions, PaymentMethods methods) {}

    /** {@code customer} is the processor's; where it is left out, the one of an earlier method or set-up of the client. */
    record NewPaymentMethod(
            @Nullable String processor,
            @Nullable String customerReference,
            @Nullable String reference) {}

    /** Which processor is to prepare for a method of the client. */
    record NewSetUp(@Nullable String processor) {}

    /** What the client's browser goes on with, at the processor. */
    record SetUpView(String processor, String customerReference, String clientSecret) {}

    record PaymentMethodsView(List<PaymentMethodView> items) {}

    @PostMapping(path = "/clients/{id}/payment-method-setups", consumes = "application/json")
    SetUpView setUp(Actor actor, @PathVariable UUID id, @RequestBody NewSetUp body) {
        ClientId client = new ClientId(id);
        Fields fields = new Fields();
        Optional<PaymentProcessor> processor = processors.read(fields, body.processor());
        fields.check();
        if (!keep.isKnown(actor, client)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        PaymentProcessor.SetUp made = processors.setUp(
                processor.orElseThrow(),
                actor.firm(),
                client,
                keep.customer(actor, client, processor.orElseThrow().code()).orElse(null));
        return new SetUpView(processor.orElseThrow().code(), made.customer(), made.secret());
    }

    /** The processor is asked what the method looks like before anything is written. */
    @ResponseDescriptions(status = 201, body = PaymentMethodView.class)
    @PostMapping(path = "/clients/{id}/payment-methods", consumes = "application/json")
    ResponseEntity<byte[]> add(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPaymentMethod body) {
        ClientId client = new ClientId(id);
        Fields fields = new Fields();
        Optional<PaymentProcessor> processor = processors.read(fields, body.processor());
        String reference = reference(fields, body.reference(), "/reference");
        String customerReference = body.customerReference() == null
                ? null
                : reference(fields, body.customerReference(), "/customer_reference");
        fields.check();
        if (!keep.isKnown(actor, client)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        PaymentMethod.Reference named = new PaymentMethod.Reference(
                processor.orElseThrow().code(),
                customerReference == null
                        ? processors.customer(keep, actor, client, processor.orElseThrow())
                        : customerReference,
                reference);
        PaymentMethod.Display shown = processors.shown(processor.orElseThrow(), actor.firm(), named);
        return once.run(
                actor,
                http,
                () -> keep.add(actor, client, new ManagePaymentMethods.Known(named, shown), clock.now(actor))
                        .map(method -> WriteResponse.created(
                                "/v1/payment-methods/" + method.id(), PaymentMethodView.of(method)))
                        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    @GetMapping("/clients/{id}/payment-methods")
    PaymentMethodsView list(Actor actor, @PathVariable UUID id) {
        ClientId client = OwnClient.named(actor, new ClientId(id));
        if (!keep.isKnown(actor, client)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return new PaymentMethodsView(reading.transactions()
                .reading(
                        actor,
                        () -> reading.methods().of(actor.firm(), client).stream()
                                .map(PaymentMethodView::of)
                                .toList()));
    }

    @GetMapping("/payment-methods/{id}")
    PaymentMethodView find(Actor actor, @PathVariable UUID id) {
        return PaymentMethodView.of(ProblemException.unlessFound(reading.transactions()
                .reading(actor, () -> reading.methods().find(actor.firm(), new PaymentMethodId(id)))
                .filter(method -> actor.client() == null || method.of().client().equals(actor.client()))
                .orElse(null)));
    }

    @ResponseDescriptions(body = PaymentMethodView.class)
    @PostMapping("/payment-methods/{id}/removal")
    ResponseEntity<byte[]> remove(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return once.run(
                actor,
                http,
                () -> keep.remove(actor, new PaymentMethodId(id), clock.now(actor))
                        .map(method -> WriteResponse.ok(PaymentMethodView.of(method)))
                        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static String reference(Fields fields, @Nullable String sent, String pointer) {
        String text = fields.text(sent, pointer);
        if (CardNumbers.isOne(sent)) {
            fields.fault("card-number-refused", pointer);
        } else if (sent != null && !text.matches("[A-Za-z0-9_-]{1," + LONGEST + "}")) {
            fields.fault("reference-unreadable", pointer);
        }
        return text;
    }
}
