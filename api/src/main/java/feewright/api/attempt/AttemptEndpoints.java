package feewright.api.attempt;

import feewright.api.clock.FirmClock;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptState;
import feewright.attempt.Attempts.AttemptFilter;
import feewright.attempt.CollectionRecords;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.RequestAttempt;
import feewright.invoice.InvoiceId;
import feewright.ledger.Ledger;
import feewright.payment.PaymentMethodId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Attempts to collect invoices: asked for by hand, and looked at (requirements A3 and A4). A client sees its own. */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record AttemptEndpoints(RequestAttempt requestAttempt, Reading reading, IdempotentWrites once, FirmClock clock) {

    /** What is read. */
    @Component
    record Reading(Transactions transactions, CollectionRecords records, Ledger ledger) {}

    /** Without a method, the one that autopay would take. */
    record NewAttempt(@Nullable UUID paymentMethodId) {}

    /** The attempt is committed; the processor is asked within seconds, and what it says is under the address of the attempt. */
    @ResponseDescriptions(status = 202, body = AttemptView.class)
    @PostMapping("/invoices/{id}/payment-attempts")
    ResponseEntity<byte[]> ask(
            Actor actor,
            HttpServletRequest http,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable NewAttempt body) {
        UUID method = body == null ? null : body.paymentMethodId();
        return once.run(
                actor,
                http,
                () -> answer(requestAttempt.ask(
                        actor,
                        new InvoiceId(id),
                        method == null ? null : new PaymentMethodId(method),
                        clock.now(actor))));
    }

    @GetMapping("/payment-attempts")
    Page<AttemptView> list(
            Actor actor,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId own = OwnClient.of(actor, client == null ? null : new ClientId(client));
        InvoiceId of = invoice == null ? null : new InvoiceId(invoice);
        AttemptState in = state == null ? null : state(state);
        Page<PaymentAttempt> found = reading.transactions()
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> reading.records()
                                        .attempts()
                                        .page(actor.firm(), new AttemptFilter(before, own, of, in), most),
                                attempt -> attempt.id().value()));
        return found.map(AttemptView::of);
    }

    @GetMapping("/payment-attempts/{id}")
    AttemptView find(Actor actor, @PathVariable UUID id) {
        return AttemptView.of(ProblemException.unlessFound(reading.transactions()
                .reading(actor, () -> reading.records().attempts().find(actor.firm(), new AttemptId(id)))
                .filter(attempt ->
                        actor.client() == null || attempt.of().client().equals(actor.client()))
                .orElse(null)));
    }

    /** What comes next, or why nothing does, as things stand now. */
    @GetMapping("/invoices/{id}/collection")
    CollectionView collection(Actor actor, @PathVariable UUID id) {
        CollectionView view = reading.transactions()
                .reading(
                        actor,
                        () -> CollectionView.of(reading.records()
                                .next(ProblemException.unlessFound(
                                        reading.ledger().read(actor.firm(), List.of(new InvoiceId(id))).stream()
                                                .filter(account -> actor.client() == null
                                                        || account.head()
                                                                .parties()
                                                                .client()
                                                                .equals(actor.client()))
                                                .findFirst()
                                                .orElse(null)))));
        return actor.client() == null ? view : view.forClient();
    }

    private static WriteResponse answer(RequestAttempt.Outcome outcome) {
        return switch (outcome) {
            case RequestAttempt.Outcome.Requested(PaymentAttempt attempt) ->
                WriteResponse.accepted("/v1/payment-attempts/" + attempt.id(), AttemptView.of(attempt));
            case RequestAttempt.Outcome.PaidByCredit _ -> WriteResponse.refused(ProblemCode.PAID_BY_CREDIT);
            case RequestAttempt.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case RequestAttempt.Outcome.NoMethod _ -> WriteResponse.refused(ProblemCode.NO_PAYMENT_METHOD);
            case RequestAttempt.Outcome.NotCollectable(var why) ->
                new WriteResponse.NotDone(Problem.of(ProblemCode.AMOUNT_NOT_COLLECTABLE)
                        .withErrors(List.of(new Problem.Fault(why.code().replace('_', '-'), null, null))));
            case RequestAttempt.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    private static AttemptState state(String code) {
        return Arrays.stream(AttemptState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state")));
    }
}
