package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerCommand.Order;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.credit.ApplyCredit;
import feewright.credit.CreditGrant;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditReversal;
import feewright.credit.GrantCredit;
import feewright.credit.IssueCreditNote;
import feewright.credit.RefundCredit;
import feewright.engagement.EngagementId;
import feewright.fixture.Office;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntryId;
import feewright.ledger.VoidInvoice;
import feewright.ledger.WriteOffInvoice;
import feewright.payment.MoneyIn;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.payment.ReversePayment;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.time.Approval;
import feewright.time.LogTime;
import feewright.time.ReviewResult;
import feewright.time.TimeEntryInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Has an office do what a command says, and tells what came of it in the words of the model. */
public record LedgerClerk(Office office) {

    private static final CustomerText REASON = new CustomerText("Reason");

    public Result run(Order order, Instant now) {
        try {
            return run(order.command(), actor(order.who()), now);
        } catch (ConcurrentChange lost) {
            return new Result.Lost(lost.code());
        } catch (RuntimeException failure) {
            return new Result.Failed(failure);
        }
    }

    private Actor actor(LedgerCommand.Who who) {
        return switch (who) {
            case ADMIN -> office.admin;
            case MASTER_ADMIN -> office.masterAdmin;
            case STAFF -> office.staff;
        };
    }

    private Result run(LedgerCommand command, Actor actor, Instant now) {
        return switch (command) {
            case LedgerCommand.Issue issue -> issued(actor, issue, now);
            case LedgerCommand.Work work -> worked(work, now);
            case LedgerCommand.Pay(UUID invoice, Money amount, LocalDate on) ->
                recorded(office.engine.recordPayment().pay(actor, new InvoiceId(invoice), received(amount, on), now));
            case LedgerCommand.Deposit(UUID client, Money amount, LocalDate on) ->
                recorded(office.engine.recordPayment().deposit(actor, new ClientId(client), received(amount, on), now));
            case LedgerCommand.Ask ask -> granted(office.engine.grantCredit().ask(actor, request(ask), now));
            case LedgerCommand.Review(UUID grant, var step) ->
                granted(office.engine.grantCredit().review(actor, new GrantId(grant), step, now));
            case LedgerCommand.Reverse(UUID grant) ->
                granted(office.engine
                        .grantCredit()
                        .reverse(actor, new CreditReversal(new GrantId(grant), REASON, null), now));
            case LedgerCommand.Apply(UUID invoice, Money amount) ->
                applied(office.engine.applyCredit().apply(actor, new InvoiceId(invoice), amount, now));
            case LedgerCommand.Unapply(UUID application) ->
                applied(office.engine.applyCredit().unapply(actor, new JournalEntryId(application), now));
            case LedgerCommand.RefundPayment refund -> refunded(actor, refund, now);
            case LedgerCommand.ReversePayment(UUID payment) -> reversed(actor, payment, now);
            case LedgerCommand.RefundCredit refund -> refunded(actor, refund, now);
            case LedgerCommand.WriteOff writeOff -> writtenOff(actor, writeOff, now);
            case LedgerCommand.Credit credit -> credited(actor, credit, now);
            case LedgerCommand.Void(UUID invoice) ->
                switch (office.engine.voidInvoice().voidInvoice(actor, new InvoiceId(invoice), REASON, now)) {
                    case VoidInvoice.Outcome.Voided(var entry) -> entry(entry.id());
                    case VoidInvoice.Outcome other -> refused(other);
                };
            case LedgerCommand.Attempt _,
                    LedgerCommand.Collect _,
                    LedgerCommand.Charge _,
                    LedgerCommand.Said _,
                    LedgerCommand.GiveBack _,
                    LedgerCommand.SaidOfRefund _,
                    LedgerCommand.Dispute _ -> new LedgerCardClerk(office).run(command, actor, now);
            case LedgerCommand.Arrive(var clients) -> {
                office.ports.transactions().in(actor, () -> {
                    clients.forEach(
                            client -> office.engine.bookkeeping().creditArrived(office.firm, new ClientId(client)));
                    return null;
                });
                office.creditArrives(now);
                yield new Result.Done(null, null, null);
            }
            case LedgerCommand.Expire() -> {
                office.engine.expireCredits().expire(office.firm, now);
                yield new Result.Done(null, null, null);
            }
        };
    }

    private Result issued(Actor actor, LedgerCommand.Issue issue, Instant now) {
        InvoiceRequest.Basis of = new InvoiceRequest.Basis.Engagement(new EngagementId(issue.engagement()));
        InvoiceRequest request = issue.charge() == null
                ? new InvoiceRequest(of, null, List.of(), null)
                : new InvoiceRequest(
                        of,
                        null,
                        List.of(new InvoiceRequest.ManualCharge(
                                LedgerCommand.Issue.category(issue.charge()),
                                new CustomerText("Charge"),
                                issue.charge())),
                        new InvoiceRequest.Override(REASON));
        return switch (office.engine.issueInvoice().issue(actor, request, null, now)) {
            case IssueInvoice.Outcome.Issued issued ->
                new Result.Done(issued.invoice().id().value(), null, null);
            case IssueInvoice.Outcome other -> refused(other);
        };
    }

    private Result worked(LedgerCommand.Work work, Instant now) {
        TimeEntryInput note = new TimeEntryInput(
                new EngagementId(work.engagement()),
                office.staff.person(),
                null,
                work.day(),
                work.minutes(),
                true,
                new CustomerText("Work"));
        return switch (office.engine.logTime().log(office.staff, note, now)) {
            case LogTime.Outcome.Logged(var draft) -> {
                office.engine.submitTime().submit(office.staff, draft.version(), now);
                List<ReviewResult> reviews = office.engine
                        .reviewTime()
                        .approve(office.admin, Approval.Side.FIRM, List.of(draft.version()), now);
                if (reviews.stream().anyMatch(review -> !(review instanceof ReviewResult.Done))) {
                    throw new IllegalStateException(reviews.toString());
                }
                yield new Result.Done(null, draft.version().entry().value(), null);
            }
            case LogTime.Outcome other -> refused(other);
        };
    }

    private static MoneyIn.Received received(Money amount, LocalDate on) {
        return new MoneyIn.Received(amount, EntryCause.Method.WIRE, on, null);
    }

    private static Result recorded(RecordPayment.Outcome outcome) {
        return switch (outcome) {
            case RecordPayment.Outcome.Recorded(var payment) -> entry(payment.id());
            case RecordPayment.Outcome other -> refused(other);
        };
    }

    private static GrantCredit.Request request(LedgerCommand.Ask ask) {
        CreditGrant.Limits limits = new CreditGrant.Limits(
                ask.expiresOn(), ask.engagement() == null ? null : new EngagementId(ask.engagement()));
        return new GrantCredit.Request(new ClientId(ask.client()), ask.source(), ask.amount(), limits, REASON);
    }

    private static Result granted(GrantCredit.Outcome outcome) {
        return switch (outcome) {
            case GrantCredit.Outcome.Done(var credit) ->
                new Result.Done(null, null, credit.id().value());
            case GrantCredit.Outcome other -> refused(other);
        };
    }

    private static Result applied(ApplyCredit.Outcome outcome) {
        return switch (outcome) {
            case ApplyCredit.Outcome.Applied(var entry) -> entry(entry.id());
            case ApplyCredit.Outcome.Unapplied(var entry) -> entry(entry.id());
            case ApplyCredit.Outcome other -> refused(other);
        };
    }

    private Result refunded(Actor actor, LedgerCommand.RefundPayment refund, Instant now) {
        RefundPayment.Request request =
                new RefundPayment.Request(new JournalEntryId(refund.payment()), refund.amount(), REASON);
        return switch (office.engine.refundPayment().refund(actor, request, now)) {
            case RefundPayment.Outcome.Refunded(var entry, var _) -> entry(entry.id());
            case RefundPayment.Outcome other -> refused(other);
        };
    }

    private Result reversed(Actor actor, UUID payment, Instant now) {
        ReversePayment.Request request = new ReversePayment.Request(new JournalEntryId(payment), REASON, null);
        return switch (office.engine.reversePayment().reverse(actor, request, now)) {
            case ReversePayment.Outcome.Reversed(var reversal, var _) -> entry(reversal.id());
            case ReversePayment.Outcome other -> refused(other);
        };
    }

    private Result refunded(Actor actor, LedgerCommand.RefundCredit refund, Instant now) {
        RefundCredit.Request request =
                new RefundCredit.Request(new GrantId(refund.grant()), refund.amount(), REASON, null, true);
        return switch (office.engine.refundCredit().refund(actor, request, now)) {
            case RefundCredit.Outcome.Refunded(var entries) ->
                entry(entries.getFirst().id());
            case RefundCredit.Outcome other -> refused(other);
        };
    }

    private Result writtenOff(Actor actor, LedgerCommand.WriteOff writeOff, Instant now) {
        WriteOffInvoice.Request request =
                new WriteOffInvoice.Request(new InvoiceId(writeOff.invoice()), writeOff.amount(), REASON);
        return switch (office.engine.writeOffInvoice().writeOff(actor, request, now)) {
            case WriteOffInvoice.Outcome.WrittenOff(var entry) -> entry(entry.id());
            case WriteOffInvoice.Outcome other -> refused(other);
        };
    }

    private Result credited(Actor actor, LedgerCommand.Credit credit, Instant now) {
        CreditNoteRequest request =
                new CreditNoteRequest(new InvoiceId(credit.invoice()), credit.items(), byHand(credit), REASON);
        return switch (office.engine.issueCreditNote().issue(actor, request, now)) {
            case IssueCreditNote.Outcome.Issued(var note) -> entry(note.entry().id());
            case IssueCreditNote.Outcome other -> refused(other);
        };
    }

    /** The model knows no refunds of credit by processors. */
    private static CreditNoteRequest.Excess byHand(LedgerCommand.Credit credit) {
        return credit.excess() == CreditNoteRequest.Excess.REFUND
                ? CreditNoteRequest.Excess.REFUND_BY_HAND
                : credit.excess();
    }

    private static Result entry(JournalEntryId id) {
        return new Result.Done(null, id.value(), null);
    }

    private static Result refused(Object outcome) {
        return new Result.Refused(outcome.getClass().getSimpleName());
    }
}
