package feewright.api.money;

import feewright.api.clock.FirmClock;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.Answers;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.Transactions;
import feewright.invoice.InvoiceId;
import feewright.payment.RefundPayment;
import feewright.receivable.JournalEntryId;
import feewright.refund.AskForRefund;
import feewright.refund.Refund;
import feewright.refund.RefundId;
import feewright.refund.RefundRegisters;
import feewright.refund.RefundState;
import feewright.refund.Refunds.RefundFilter;
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
record RefundEndpoints(AskForRefund askForRefund, Kept kept, Once once, Accounts accounts, FirmClock clock) {

    /** What is read. */
    @Component
    record Kept(Transactions transactions, RefundRegisters registers) {}

    /** Without an amount, everything that can be given back of the payment. */
    record NewProcessorRefund(
            @Nullable UUID paymentId,
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable String clientNote) {}

    /** It is in the journal; the processor is asked within seconds, and what it says is under the address of the refund. */
    @Answers(status = 202, body = RefundView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> ask(Actor actor, HttpServletRequest http, @RequestBody NewProcessorRefund body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        Content reason = AmountJson.reason(fields, body.reason());
        Content note = ClientNote.of(fields, body.clientNote());
        UUID named = body.paymentId();
        if (named == null) {
            fields.fault("required", "/payment_id");
        }
        fields.check();
        JournalEntryId payment = new JournalEntryId(Refused.unlessFound(named));
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, payment, amount);
            return answer(askForRefund.ask(
                    actor, new RefundPayment.Request(payment, amount, reason, note, false), clock.now(actor)));
        });
    }

    private static Answer answer(AskForRefund.Outcome outcome) {
        return switch (outcome) {
            case AskForRefund.Outcome.Requested(Refund refund) ->
                Answer.accepted("/v1/refunds/" + refund.id(), RefundView.of(refund));
            case AskForRefund.Outcome.Refused(var decision) -> new Answer.NotDone(Rulings.problem(decision));
            case AskForRefund.Outcome.ByHand _ -> Answer.refused(ProblemCode.PAYMENT_BY_HAND);
            case AskForRefund.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
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
                                (before, most) -> kept.registers()
                                        .refunds()
                                        .page(actor.firm(), new RefundFilter(before, own, of, in), most),
                                refund -> refund.id().value()))
                .map(RefundView::of);
    }

    @GetMapping("/{id}")
    RefundView find(Actor actor, @PathVariable UUID id) {
        return RefundView.of(Refused.unlessFound(kept
                .transactions()
                .reading(actor, () -> kept.registers().refunds().some(actor.firm(), List.of(new RefundId(id))))
                .stream()
                .filter(refund -> actor.client() == null || refund.of().client().equals(actor.client()))
                .findFirst()
                .orElse(null)));
    }

    private static RefundState state(String code) {
        return Arrays.stream(RefundState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state")));
    }
}
