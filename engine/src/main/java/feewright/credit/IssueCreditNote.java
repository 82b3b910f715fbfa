package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.invoice.BillingPositions;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceNumbers;
import feewright.invoice.Invoices;
import feewright.ledger.Bookkeeping;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Use case: takes something off an issued invoice, which stays as it is. What was paid for it already becomes credit or a refund,
 * exactly; named time entries become billable once more only if that is asked for.
 *
 * What a note releases (time with {@code release}, and amounts that are {@code unearned}) counts as never billed: it comes off the
 * {@code HourlyUse} of the engagement by the kind of its line. Of a line of time and of included minutes the worth and the minutes
 * come off, of a minimum what was made up, of a cap what was written down. The cursor is written with the note, so whoever goes on
 * to move the cursor of the same engagement reads its position again. Any other amount is forgiven, and changes no use.
 */
public record IssueCreditNote(
        Transactions transactions,
        Invoices invoices,
        CreditNotes notes,
        Credits credits,
        BillingPositions positions,
        RefundRoutes ways,
        InvoiceNumbers numbers,
        Bookkeeping books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Issued(CreditNote note) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome issue(Actor actor, CreditNoteRequest request, Instant now) {
        return transactions.in(
                actor,
                () -> invoices.find(actor.firm(), request.invoice())
                        .map(invoice -> judged(actor, invoice, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    /**
     * Issues credit notes on different invoices, all or none: the first that is refused is the outcome, and nothing was written but
     * decisions. Invoices that are not there are left out. For callers with a transaction open that have locked the billing.
     */
    public Optional<Decision> issueAll(Actor actor, List<CreditNoteRequest> requests, Instant now) {
        CreditNotePoster acts = acts();
        List<CreditNotePoster.Judged> all = requests.stream()
                .sorted(Comparator.comparing(request -> request.invoice().toString()))
                .flatMap(request -> invoices.find(actor.firm(), request.invoice()).stream()
                        .map(invoice -> acts.judge(actor, invoice, request, now)))
                .toList();
        Optional<Decision> refusal = all.stream()
                .map(CreditNotePoster.Judged::decision)
                .filter(decision -> decision.outcome() == Decision.Outcome.REFUSED)
                .findFirst();
        if (refusal.isEmpty()) {
            all.forEach(acts::issue);
        }
        return refusal;
    }

    /** What can still be taken off a line of an invoice once a request is met. Fails where there is no such line. */
    public Money left(FirmId firm, CreditNoteRequest request, int line) {
        Invoice invoice = invoices.find(firm, request.invoice()).orElseThrow();
        CreditNotes.Credited before = notes.credited(firm, request.invoice());
        return ProposedCreditNote.of(invoice, before, request).left(line);
    }

    private Outcome judged(Actor actor, Invoice invoice, CreditNoteRequest request, Instant now) {
        lockBilling(actor, invoice);
        CreditNotePoster.Judged judged = acts().judge(actor, invoice, request, now);
        return judged.decision().outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(judged.decision())
                : new Outcome.Issued(acts().issue(judged));
    }

    private CreditNotePoster acts() {
        return new CreditNotePoster(this, books);
    }

    /** Released time is open again at once, so whoever bills the engagement has to wait. */
    private void lockBilling(Actor actor, Invoice invoice) {
        EngagementId engagement = invoice.head().parties().engagement();
        if (engagement != null) {
            positions.lock(actor.firm(), List.of(engagement));
        }
    }
}
