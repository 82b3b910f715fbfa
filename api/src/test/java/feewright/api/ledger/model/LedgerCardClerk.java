package feewright.api.ledger.model;

import feewright.api.fixture.Server;
import feewright.api.ledger.model.LedgerCommand.Refunded;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.PaymentFailure;
import feewright.attempt.ProcessorResponse;
import feewright.attempt.RecordAttemptUpdate;
import feewright.attempt.RequestAttempt;
import feewright.attempt.SimulatedProcessor;
import feewright.attempt.UpdateOutcome;
import feewright.dispute.Dispute;
import feewright.dispute.RecordDispute;
import feewright.engine.Ports;
import feewright.fixture.Office;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.payment.RefundPayment;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.refund.RecordRefund;
import feewright.refund.RefundId;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import feewright.refund.RequestRefund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;

/** Has an office do what a command says about money that a processor moves. */
public record LedgerCardClerk(Office office) {

    private static final String NOBODY = "pi_unknown";

    public Result run(LedgerCommand command, Actor actor, Instant now) {
        return switch (command) {
            case LedgerCommand.Attempt(UUID invoice) ->
                switch (office.engine.requestAttempt().ask(actor, new InvoiceId(invoice), null, now)) {
                    case RequestAttempt.Outcome.Requested _, RequestAttempt.Outcome.PaidByCredit _ -> done();
                    default -> new Result.Refused("not attempted");
                };
            case LedgerCommand.Collect() -> {
                office.takeDueCollections(SimulatedProcessor.CODE).take(office.firm, 1000, now);
                yield done();
            }
            case LedgerCommand.Charge(UUID invoice, int number) ->
                attempt(invoice, number)
                        .map(attempt -> asked(attempt, now))
                        .orElseGet(() -> new Result.Refused("no attempt"));
            case LedgerCommand.Said(UUID invoice, int number, String event, String state, Money amount) ->
                attempt(invoice, number)
                        .map(attempt -> said(attempt, report(attempt, state, amount), Source.event(event), now))
                        .orElseGet(() -> new Result.Refused("no attempt"));
            case LedgerCommand.GiveBack(UUID payment, Money amount) -> {
                RefundPayment.Request request =
                        new RefundPayment.Request(new JournalEntryId(payment), amount, new CustomerText("Reason"));
                yield office.engine.requestRefund().ask(actor, request, now)
                                instanceof RequestRefund.Outcome.Requested(var refund)
                        ? new Result.Done(
                                null,
                                refund.events().getFirst().effect().entry().value(),
                                null,
                                Map.of("refund", refund.id().value()))
                        : new Result.Refused("not given back");
            }
            case LedgerCommand.SaidOfRefund said -> said(said, now);
            case LedgerCommand.Dispute told -> told(told, now);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private static Result done() {
        return new Result.Done(null, null, null);
    }

    /** What a clerk looks up first is read at an instance whose database does not break. */
    private <T> T reading(Function<Ports, T> query) {
        Ports ports = Server.running().ports();
        return ports.transactions().reading(office.admin, () -> query.apply(ports));
    }

    private Optional<PaymentAttempt> attempt(UUID invoice, int number) {
        return reading(ports -> ports.attempts().of(office.firm, List.of(new InvoiceId(invoice)))).stream()
                .filter(attempt -> attempt.made().number() == number)
                .findFirst();
    }

    /** What the simulated processor says of it, which has books of its own. */
    private AttemptUpdate charged(PaymentAttempt attempt, Instant now) {
        SimulatedProcessor processor = new SimulatedProcessor(
                Server.running().ports().transactions(),
                Server.running().ports().simulatedPayments(),
                _ -> now);
        Charge charge = reading(ports -> new Charge(
                office.firm,
                attempt.of().invoice(),
                attempt.id(),
                attempt.amount(),
                ports.paymentMethods()
                        .ever(office.firm, attempt.method())
                        .orElseThrow()
                        .reference(),
                attempt.made().at(),
                attempt.reference()));
        return processor.charge(charge).report();
    }

    /** Also what says nothing new was asked for: the simulated processor remembers that. */
    private Result asked(PaymentAttempt attempt, Instant now) {
        said(attempt, charged(attempt, now), Source.CALL, now);
        return done();
    }

    private static AttemptUpdate report(PaymentAttempt attempt, String state, Money amount) {
        String reference = "pi_" + attempt.id();
        return switch (state) {
            case "succeeded" -> new AttemptUpdate.Succeeded(reference, amount);
            case "failed" ->
                new AttemptUpdate.Failed(
                        reference, new PaymentFailure(PaymentFailure.Category.OTHER, true, "returned", null));
            default -> new AttemptUpdate.Processing(reference);
        };
    }

    private Result said(PaymentAttempt attempt, AttemptUpdate report, Source source, Instant now) {
        UpdateOutcome outcome = office.engine
                .recordAttemptUpdate()
                .record(
                        office.firm,
                        attempt.id(),
                        new RecordAttemptUpdate.Received(ProcessorResponse.of(report), source, now),
                        now);
        return switch (outcome) {
            case APPLIED, UNAPPLIED -> done();
            case KNOWN, NOT_FOUND -> new Result.Refused(outcome.name());
        };
    }

    /** The processor's name of a payment, by the event that brought it. */
    private String reference(UUID payment) {
        JournalEntryId entry = new JournalEntryId(payment);
        return reading(ports -> ports.attempts().ofPayment(office.firm, entry))
                .flatMap(attempt -> attempt.events().stream()
                        .filter(event -> entry.equals(event.effect().entry()))
                        .map(event -> ((AttemptUpdate.Succeeded) event.report()).reference())
                        .findFirst())
                .orElse(NOBODY);
    }

    private Result said(LedgerCommand.SaidOfRefund said, Instant now) {
        Refunded of = said.of();
        RefundUpdate report = switch (said.state()) {
            case "pending" -> new RefundUpdate.Pending(of.reference());
            case "succeeded" -> new RefundUpdate.Succeeded(of.reference());
            default -> new RefundUpdate.Failed(of.reference(), "declined");
        };
        RecordRefund.Subject subject = new RecordRefund.Subject(
                reference(of.payment()), of.id() == null ? null : new RefundId(of.id()), of.amount());
        UpdateOutcome outcome = office.engine
                .recordRefund()
                .record(
                        office.firm,
                        new RecordRefund.Received(
                                subject, RefundProcessor.Response.of(report), Source.event(said.event()), now),
                        now);
        return switch (outcome) {
            case APPLIED, UNAPPLIED -> done();
            case KNOWN, NOT_FOUND -> new Result.Refused(outcome.name());
        };
    }

    private Result told(LedgerCommand.Dispute told, Instant now) {
        RecordDispute.Update news = new RecordDispute.Update(
                new Dispute.Reference(SimulatedProcessor.CODE, told.dispute()),
                reference(told.payment()),
                told.event(),
                told.kind(),
                told.told());
        UpdateOutcome outcome = office.engine.recordDispute().record(office.firm, news, now);
        return switch (outcome) {
            case APPLIED, UNAPPLIED -> done();
            case KNOWN, NOT_FOUND -> new Result.Refused(outcome.name());
        };
    }
}
