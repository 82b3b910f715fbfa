package feewright.api.invoice;

import feewright.api.firm.Names;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceTexts;
import feewright.platform.CustomerTextKey;
import feewright.platform.Id;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of an invoice, as far as the reader may see them: names, and what was done in the versions of time that it bills. */
record VisibleTexts(
        @Nullable String client,
        Function<InvoiceLine, @Nullable String> line,
        Function<EntryVersion, @Nullable String> entry,
        @Nullable String overrideReason,
        @Nullable String clientNote,
        @Nullable Boolean purged) {

    /** For lists, and for platform operators. */
    static final VisibleTexts NONE = new VisibleTexts(null, line -> null, entry -> null, null, null, null);

    /** Of a proposal, or of an invoice that was issued from it just now. */
    static VisibleTexts of(InvoiceTexts texts, InvoiceRequest.@Nullable Override override) {
        return new VisibleTexts(
                texts.client().text(),
                line -> Names.text(texts.lines().get(line.number())),
                version -> Names.text(texts.entries().get(version)),
                override == null ? null : override.reason().text(),
                override == null ? null : Names.text(override.clientNote()),
                null);
    }

    /** Of an issued invoice, from the texts of its {@link #subjects}. Each was issued with a client's name: without one, it was purged. */
    static VisibleTexts of(Invoice invoice, Names.Known known) {
        String client = known.text(invoice.id(), "client-name");
        return new VisibleTexts(
                client,
                line -> known.text(invoice.id(), "line-" + line.number()),
                version -> Names.text(known.texts().get(LogTime.descriptionOf(version))),
                known.text(invoice.id(), "override-reason"),
                known.text(invoice.id(), CustomerTextKey.CLIENT_NOTE),
                client == null ? true : null);
    }

    /** Without what is meant for inside: for whatever leaves the firm. */
    VisibleTexts outside() {
        return new VisibleTexts(client, line, entry, null, clientNote, purged);
    }

    /** What has words on the invoice: itself, and its time entries, which keep their own. */
    static List<Id> subjects(Invoice invoice) {
        List<Id> subjects = new ArrayList<>(List.of(invoice.id()));
        for (InvoiceLine line : invoice.lines()) {
            if (line instanceof InvoiceLine.Hourly hourly) {
                hourly.items().forEach(item -> subjects.add(item.version().entry()));
            }
        }
        return subjects;
    }
}
