package feewright.api.invoice;

import feewright.api.firm.Names;
import feewright.api.problem.ProblemException;
import feewright.invoice.ExplainInvoice;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.platform.Actor;
import feewright.platform.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Single invoices as answers show them: a client sees its own, to it there are no others; a platform operator sees no words. To be
 * used in a transaction.
 */
@Component
public record VisibleInvoices(
        Invoices invoices, ExplainInvoice explainInvoice, Names names, PaymentStatuses settlements) {

    /** The invoice; 404 where the actor sees none. */
    public Invoice find(Actor actor, UUID id) {
        return ProblemException.unlessFound(invoices.find(actor.firm(), new InvoiceId(id))
                .filter(found -> !actor.is(Role.CLIENT)
                        || found.head().parties().client().equals(actor.client()))
                .orElse(null));
    }

    InvoiceView view(Actor actor, Invoice invoice) {
        return InvoiceView.of(invoice, words(actor, invoice), settlements.of(actor, invoice.id()));
    }

    ExplanationView explanation(Actor actor, Invoice invoice) {
        return explanation(actor, invoice, words(actor, invoice), settlements.today(actor));
    }

    /** As it may leave the firm, with how it stands by everything that was booked, as if it were that day. */
    public ExplanationView evidence(Actor actor, Invoice invoice, LocalDate day) {
        return explanation(actor, invoice, words(actor, invoice).outside(), day);
    }

    private ExplanationView explanation(Actor actor, Invoice invoice, VisibleTexts words, LocalDate day) {
        return ExplanationView.of(
                ProblemException.unlessFound(
                        explainInvoice.explain(actor, invoice.id()).orElse(null)),
                words,
                settlements.of(actor, invoice.id(), day));
    }

    /** Whether the words of the invoice were blanked. */
    public boolean isPurged(Actor actor, Invoice invoice) {
        return words(actor, invoice).purged() != null;
    }

    private VisibleTexts words(Actor actor, Invoice invoice) {
        return actor.is(Role.PLATFORM_OPERATOR)
                ? VisibleTexts.NONE
                : VisibleTexts.of(invoice, names.of(actor, VisibleTexts.subjects(invoice), id -> id));
    }
}
