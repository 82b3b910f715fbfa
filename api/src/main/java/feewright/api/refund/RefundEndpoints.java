package feewright.api.refund;

import feewright.api.clock.FirmClock;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.ledger.Accounts;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.payment.RefundPayment;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.Transactions;
import feewright.refund.Refund;
import feewright.refund.RefundId;
import feewright.refund.RefundRecords;
import feewright.refund.RefundState;
import feewright.refund.Refunds.RefundFilter;
import feewright.refund.RequestRefund;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
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

/** Money that goes back through the processor that brought it (requirement A5). A client sees its own. */
@RestController
@RequestMapping(path = "/v1/refunds", produces = "application/json")
record RefundEndpoints(
        RequestRefund requestRefund, Kept kept, IdempotentWrites once, Accounts accounts, FirmClock clock) {

    /** What is read. */
    @Component
    record Kept(Transactions transactions, RefundRecords records) {}

    /** Without an amount, everything that can be given back of the payment. */
    record NewProcessorRefund(
            @Nullable UUID paymentId,
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable String clientNote) {}

    /** It is in the journal; the processor is asked within seconds, and what it says is under the address of the refund. */
    @ResponseDescriptions(status = 202, body = RefundView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> ask(Actor actor, HttpServletRequest http, @RequestBody NewProcessorRefund body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        CustomerText reason = AmountJson.reason(fields, body.reason());
        CustomerText note = ClientNote.of(fields, body.clientNote());
        UUID named = body.paymentId();
        if (named == null) {
            fields.fault("required", "/payment_id");
        }
        fields.check();
        JournalEntryId payment = new JournalEntryId(ProblemException.unlessFound(named));
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, payment, amount);
            return answer(requestRefund.ask(
                    actor, new RefundPayment.Request(payment, amount, reason, note, false), clock.now(actor)));
        });
    }

    private static WriteResponse answer(RequestRefund.Outcome outcome) {
        return switch (outcome) {
            case RequestRefund.Outcome.Requested(Refund refund) ->
                WriteResponse.accepted("/v1/refunds/" + refund.id(), RefundView.of(refund));
            case RequestRefund.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case RequestRefund.Outcome.ByHand _ -> WriteResponse.refused(ProblemCode.PAYMENT_BY_HAND);
            case RequestRefund.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    @GetMapping
    Page<RefundView> list(
            Actor actor,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId own = OwnClient.of(actor, client == null ? null : new ClientId(client));
        InvoiceId of = invoice == null ? null : new InvoiceId(invoice);
        RefundState in = state == null ? null : state(state);
        return kept.transactions()
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> kept.records()
                                        .refunds()
                                        .page(actor.firm(), new RefundFilter(before, own, of, in), most),
                                refund -> refund.id().value()))
                .map(RefundView::of);
    }

    @GetMapping("/{id}")
    RefundView find(Actor actor, @PathVariable UUID id) {
        return RefundView.of(ProblemException.unlessFound(kept
                .transactions()
                .reading(actor, () -> kept.records().refunds().some(actor.firm(), List.of(new RefundId(id))))
                .stream()
                .filter(refund -> actor.client() == null || refund.of().client().equals(actor.client()))
                .findFirst()
                .orElse(null)));
    }

    private static RefundState state(String code) {
        return Arrays.stream(RefundState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state")));
    }
}
