package feewright.invoice;

import feewright.engagement.SignedEngagement;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.rule.Decision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The step from a judged proposal to an invoice: the same lines, frozen, with a number and where they come from. */
record IssuedFrom(InvoiceCase from, Assessment assessment, Decision decision) {

    Invoice invoice(InvoiceId id, InvoiceNumber number) {
        ProposedInvoice proposed = assessment.proposed();
        List<InvoiceLine> lines = proposed.frozenLines();
        return new Invoice(
                new Invoice.Head(
                        id,
                        number,
                        parties(proposed.engagement()),
                        proposed.dates(),
                        proposed.currency(),
                        Totals.of(proposed.currency(), lines),
                        provenance()),
                lines);
    }

    /** The words to keep under the invoice, with those of an override. */
    Map<CustomerTextKey, CustomerText> texts(InvoiceTexts words, InvoiceId id) {
        Map<CustomerTextKey, CustomerText> all = words.under(id);
        if (from.override() != null) {
            all.put(CustomerTextKey.of(id, "override-reason"), from.override().reason());
            if (from.override().clientNote() != null) {
                all.put(
                        CustomerTextKey.of(id, CustomerTextKey.CLIENT_NOTE),
                        from.override().clientNote());
            }
        }
        return all;
    }

    private Invoice.Parties parties(@Nullable SignedEngagement engagement) {
        return new Invoice.Parties(
                from.actor().firm(),
                assessment.proposed().client(),
                engagement == null ? null : engagement.id(),
                engagement == null ? null : engagement.terms().id());
    }

    private Invoice.Provenance provenance() {
        return new Invoice.Provenance(
                assessment.verdict().pack(),
                decision.id(),
                assessment.fingerprint(),
                from.actor().person(),
                decision.at(),
                from.override() != null);
    }
}
