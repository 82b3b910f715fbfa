package feewright.api.ledger;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.ledger.VoidInvoice;
import feewright.ledger.WriteOffInvoice;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What takes an invoice back as a whole: a void (requirement I5), or giving up what it owes. */
@RestController
@RequestMapping(path = "/v1/invoices/{id}", consumes = "application/json", produces = "application/json")
record InvoiceMoneyEndpoints(
        UseCases doing, IdempotentWrites once, FirmClock clock, Accounts accounts, Journal journal) {

    /** What is done. */
    @org.springframework.stereotype.Component
    record UseCases(VoidInvoice voidInvoice, WriteOffInvoice writeOffInvoice) {}

    record NewVoid(@Nullable String reason, @Nullable String clientNote) {}

    /** Without an amount, everything that is owed. */
    record NewWriteOff(
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable String clientNote) {}

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/void")
    ResponseEntity<byte[]> voidInvoice(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewVoid body) {
        Fields fields = new Fields();
        VoidInvoice.Request request = new VoidInvoice.Request(
                new InvoiceId(id), AmountJson.reason(fields, body.reason()), ClientNote.of(fields, body.clientNote()));
        fields.check();
        return once.run(actor, http, () -> switch (doing.voidInvoice().voidInvoice(actor, request, clock.now(actor))) {
            case VoidInvoice.Outcome.Voided(var entry) -> journal.created(actor, entry);
            case VoidInvoice.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case VoidInvoice.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        });
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/write-offs")
    ResponseEntity<byte[]> writeOff(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewWriteOff body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        InvoiceId invoice = new InvoiceId(id);
        WriteOffInvoice.Request request = new WriteOffInvoice.Request(
                invoice, amount, AmountJson.reason(fields, body.reason()), ClientNote.of(fields, body.clientNote()));
        fields.check();
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, invoice, amount);
            return switch (doing.writeOffInvoice().writeOff(actor, request, clock.now(actor))) {
                case WriteOffInvoice.Outcome.WrittenOff(var entry) -> journal.created(actor, entry);
                case WriteOffInvoice.Outcome.Refused(var decision) ->
                    new WriteResponse.NotDone(Rulings.problem(decision));
                case WriteOffInvoice.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }
}
