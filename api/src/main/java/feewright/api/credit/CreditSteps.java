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
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.credit.CreditBalance;
import feewright.credit.CreditReversal;
import feewright.credit.CreditStep;
import feewright.credit.GrantCredit;
import feewright.credit.RefundCredit;
import feewright.ledger.GrantId;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a grant of credit: agreed to or not, taken back, or paid out. */
@RestController
@RequestMapping(path = "/v1/credits/{id}", produces = "application/json")
record CreditSteps(Doing doing, IdempotentWrites once, FirmClock clock, Accounts accounts, Views shown) {

    /** What is done. */
    @Component
    record Doing(GrantCredit grantCredit, RefundCredit refundCredit) {}

    /** How it is shown. */
    @Component
    record Views(CreditEndpoints.Reading credits, Journal journal) {}

    record NewReversal(@Nullable String reason, @Nullable String clientNote) {}

    /**
     * Without an amount, all that is left. {@code offline}: it is paid by hand, also what a processor brought; otherwise that goes back
     * through it, and the rest is paid by hand.
     */
    record NewCreditRefund(
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable String clientNote,
            @Nullable Boolean offline) {}

    @ResponseDescriptions(body = CreditView.class)
    @PostMapping("/approval")
    ResponseEntity<byte[]> approve(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return reviewed(actor, http, id, CreditStep.APPROVE);
    }

    @ResponseDescriptions(body = CreditView.class)
    @PostMapping("/rejection")
    ResponseEntity<byte[]> reject(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return reviewed(actor, http, id, CreditStep.REJECT);
    }

    private ResponseEntity<byte[]> reviewed(Actor actor, HttpServletRequest http, UUID id, CreditStep step) {
        return once.run(
                actor,
                http,
                () -> answer(
                        doing.grantCredit().review(actor, new GrantId(id), step, clock.now(actor)),
                        credit -> WriteResponse.ok(shown.credits().view(actor, credit))));
    }

    @ResponseDescriptions(body = CreditView.class)
    @PostMapping(path = "/reversal", consumes = "application/json")
    ResponseEntity<byte[]> reverse(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewReversal body) {
        Fields fields = new Fields();
        CreditReversal reversal = new CreditReversal(
                new GrantId(id), AmountJson.reason(fields, body.reason()), ClientNote.of(fields, body.clientNote()));
        fields.check();
        return once.run(
                actor,
                http,
                () -> answer(
                        doing.grantCredit().reverse(actor, reversal, clock.now(actor)),
                        credit -> WriteResponse.ok(shown.credits().view(actor, credit))));
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping(path = "/refunds", consumes = "application/json")
    ResponseEntity<byte[]> refund(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewCreditRefund body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        GrantId grant = new GrantId(id);
        RefundCredit.Request request = new RefundCredit.Request(
                grant,
                amount,
                AmountJson.reason(fields, body.reason()),
                ClientNote.of(fields, body.clientNote()),
                Boolean.TRUE.equals(body.offline()));
        fields.check();
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, grant, amount);
            return switch (doing.refundCredit().refund(actor, request, clock.now(actor))) {
                case RefundCredit.Outcome.Refunded(var entries) ->
                    shown.journal().created(actor, entries.getFirst());
                case RefundCredit.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
                case RefundCredit.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }

    static WriteResponse answer(GrantCredit.Outcome outcome, Function<CreditBalance, WriteResponse> done) {
        return switch (outcome) {
            case GrantCredit.Outcome.Done(CreditBalance credit) -> done.apply(credit);
            case GrantCredit.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case GrantCredit.Outcome.NotWaiting _ -> WriteResponse.refused(ProblemCode.CREDIT_NOT_WAITING);
            case GrantCredit.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
