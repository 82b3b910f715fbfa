package feewright.api.ledger;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.Fields;
import feewright.attempt.ResolveSuspense;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.payment.SuspenseTarget;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
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

/** What processors moved and no rule lets count, until a person says where it belongs (requirement L5). */
@RestController
@RequestMapping(path = "/v1/suspense-items", produces = "application/json")
record SuspenseEndpoints(
        Ports reading, ResolveSuspense resolveSuspense, IdempotentWrites once, FirmClock clock, Accounts accounts) {

    /** What is read. */
    @Component
    record Ports(Transactions transactions, Ledger ledger, Journal journal) {

        SuspenseItem item(Actor actor, JournalEntryId id) {
            return ProblemException.unlessFound(ledger.suspense(actor.firm(), SuspenseFilter.of(id), 1).stream()
                    .findFirst()
                    .orElse(null));
        }
    }

    /** Without an amount, all that is left. The reason stays inside. */
    record NewResolution(
            @Nullable String to,
            @Nullable MoneyJson amount,
            @Nullable String reason) {}

    @GetMapping
    Page<SuspenseItemView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId of = client == null ? null : new ClientId(client);
        InvoiceId about = invoice == null ? null : new InvoiceId(invoice);
        return reading.transactions()
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> reading.ledger()
                                        .suspense(
                                                actor.firm(), new SuspenseFilter(before, null, of, about, open), most),
                                item -> item.id().value()))
                .map(SuspenseItemView::of);
    }

    @GetMapping("/{id}")
    SuspenseItemView find(Actor actor, @PathVariable UUID id) {
        return SuspenseItemView.of(
                reading.transactions().reading(actor, () -> reading.item(actor, new JournalEntryId(id))));
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping(path = "/{id}/resolutions", consumes = "application/json")
    ResponseEntity<byte[]> settle(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewResolution body) {
        Fields fields = new Fields();
        Optional<SuspenseTarget> target = target(fields, body.to());
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        CustomerText reason = AmountJson.reason(fields, body.reason());
        fields.check();
        JournalEntryId item = new JournalEntryId(id);
        return once.run(actor, http, () -> {
            reading.item(actor, item);
            accounts.checkCurrency(actor, item, amount);
            return answer(
                    actor,
                    resolveSuspense.settle(
                            actor,
                            new ResolveSuspense.Request(item, target.orElseThrow(), amount, reason),
                            clock.now(actor)));
        });
    }

    private WriteResponse answer(Actor actor, ResolveSuspense.Outcome outcome) {
        return switch (outcome) {
            case ResolveSuspense.Outcome.Resolved(var entry) ->
                reading.journal().created(actor, entry);
            case ResolveSuspense.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case ResolveSuspense.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    private static Optional<SuspenseTarget> target(Fields fields, @Nullable String to) {
        String code = fields.text(to, "/to");
        Optional<SuspenseTarget> target = Arrays.stream(SuspenseTarget.values())
                .filter(one -> one.code().equals(code))
                .findFirst();
        if (to != null && target.isEmpty()) {
            fields.fault("target-unknown", "/to");
        }
        return target;
    }
}
