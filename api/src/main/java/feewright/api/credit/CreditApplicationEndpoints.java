package feewright.api.credit;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.ledger.Accounts;
import feewright.api.ledger.Journal;
import feewright.api.ledger.JournalEntryView;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.Fields;
import feewright.credit.ApplyCredit;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
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

/** Paying invoices with credit, and giving that back to the grants that it was drawn from (requirement L3). */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record CreditApplicationEndpoints(
        ApplyCredit applyCredit, IdempotentWrites once, FirmClock clock, Accounts accounts, Journal journal) {

    /** Without an amount, as much as there is and is owed. */
    record NewApplication(@Nullable MoneyJson amount) {}

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/invoices/{id}/credit-applications")
    ResponseEntity<byte[]> apply(
            Actor actor,
            HttpServletRequest http,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable NewApplication body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body == null ? null : body.amount(), AmountJson.AMOUNT);
        fields.check();
        InvoiceId invoice = new InvoiceId(id);
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, invoice, amount);
            return answer(actor, applyCredit.apply(actor, invoice, amount, clock.now(actor)));
        });
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/credit-applications/{id}/reversal")
    ResponseEntity<byte[]> unapply(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return once.run(
                actor, http, () -> answer(actor, applyCredit.unapply(actor, new JournalEntryId(id), clock.now(actor))));
    }

    private WriteResponse answer(Actor actor, ApplyCredit.Outcome outcome) {
        return switch (outcome) {
            case ApplyCredit.Outcome.Applied(var entry) -> journal.created(actor, entry);
            case ApplyCredit.Outcome.Unapplied(var entry) -> journal.created(actor, entry);
            case ApplyCredit.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case ApplyCredit.Outcome.NothingToApply _ -> WriteResponse.refused(ProblemCode.NOTHING_TO_APPLY);
            case ApplyCredit.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
