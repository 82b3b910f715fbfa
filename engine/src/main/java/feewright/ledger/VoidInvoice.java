package feewright.ledger;

import feewright.engagement.BilledDays;
import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.engagement.OpenPeriods;
import feewright.engagement.Terms;
import feewright.invoice.BilledPeriod;
import feewright.invoice.BillingPosition;
import feewright.invoice.BillingPositions;
import feewright.invoice.HourlyUseCalculator;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: voids an invoice (requirement I5). It stays as it was issued; a fact marks it, its transfers are reversed, credit goes
 * back to the very grants, and its period and time, approved as they were, can be billed again. Runs leave the engagement to a
 * person from then on, until it is billed by hand or retried: what was wrong once would be issued again within a minute.
 */
public record VoidInvoice(Transactions transactions, Invoices invoices, BillingPositions positions, Bookkeeping books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Voided(JournalEntry entry) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Which invoice, why, and what the client is told. */
    public record Request(
            InvoiceId invoice,
            CustomerText reason,
            @Nullable CustomerText clientNote) {}

    public Outcome voidInvoice(Actor actor, InvoiceId id, CustomerText reason, Instant now) {
        return voidInvoice(actor, new Request(id, reason, null), now);
    }

    public Outcome voidInvoice(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> invoices.find(actor.firm(), request.invoice())
                        .map(invoice -> judged(actor, invoice, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome judged(Actor actor, Invoice invoice, Request request, Instant now) {
        Optional<BillingPosition> position = locked(actor.firm(), invoice);
        InvoiceAccount account = books.ledger().lock(actor.firm(), invoice.id()).orElseThrow();
        VoidFact asked = new VoidFact(
                invoice.id(),
                account.isVoid(),
                account.received().getAmountMinorLong(),
                !account.isVoid() && isCredited(actor.firm(), invoice.id()),
                account.contested().open(),
                account.contested().suspended());
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.INVOICE,
                        new Decision.Request("void_invoice", "invoice/" + invoice.id()),
                        List.of(ActorFact.of(actor), asked),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                invoice.head().parties().client(),
                new EntryCause.InvoiceVoided(invoice.id()),
                invoice.head().totals().total(),
                books.today(actor.firm(), now),
                account.reversal(),
                request.reason(),
                request.clientNote());
        AuditEvent.Target target = new AuditEvent.Target(
                "invoice", invoice.id(), invoice.head().parties().client());
        JournalEntry entry = books.post(decision, posting, "invoice_voided", target);
        invoices.release(
                invoice, position.map(at -> cursor(actor.firm(), at, invoice)).orElse(null), now);
        return new Outcome.Voided(entry);
    }

    /** Also by a note over nothing, which released time that came to nothing. */
    private boolean isCredited(FirmId firm, InvoiceId invoice) {
        Ledger.EntryFilter notes = new Ledger.EntryFilter(null, Ledger.EntryKind.INVOICE_CREDITED, null, invoice, null);
        return !books.ledger().page(firm, notes, 1).isEmpty();
    }

    private Optional<BillingPosition> locked(FirmId firm, Invoice invoice) {
        EngagementId engagement = invoice.head().parties().engagement();
        return engagement == null
                ? Optional.empty()
                : positions.lock(firm, List.of(engagement)).stream().findFirst();
    }

    private BillingCursor cursor(FirmId firm, BillingPosition position, Invoice invoice) {
        Terms terms = position.engagement().inEffect();
        LocalDate latest = invoices.latestBilling(firm, position.engagement().id(), invoice.id())
                .orElse(null);
        OpenPeriods open =
                OpenPeriods.of(terms, without(firm, position.engagement().id(), invoice));
        HourlyUse use = position.cursor().use().releasing(terms, HourlyUseCalculator.of(invoice.lines(), terms));
        return position.cursor().releasing(terms, open.again(), latest).using(use);
    }

    /** What of the package stands without the invoice: some of its days may have been given back, and billed by another since. */
    private List<BilledDays> without(FirmId firm, EngagementId engagement, Invoice invoice) {
        return invoices.billedPeriods(firm, engagement).stream()
                .map(period -> period.invoice().equals(invoice.id()) ? period.voided() : period)
                .map(BilledPeriod::days)
                .toList();
    }
}
