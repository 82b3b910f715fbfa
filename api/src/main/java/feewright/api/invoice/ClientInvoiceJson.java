package feewright.api.invoice;

import feewright.api.web.Fields;
import feewright.invoice.Fingerprint;
import feewright.invoice.InvoiceRequest;
import feewright.platform.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What to invoice to a client without an engagement: charges by hand, which only an override lets pass (requirement I1). */
record ClientInvoiceJson(
        @Nullable UUID clientId,
        @Nullable String currency,
        @Nullable Integer dueInDays,
        @Nullable LocalDate asOf,
        @Nullable List<ChargesJson.Charge> charges,
        ChargesJson.@Nullable Override override,
        @Nullable String fingerprint) {

    private static final int USUAL_DUE_IN_DAYS = 30;
    private static final int LONGEST_DUE_IN_DAYS = 365;

    InvoiceRequest request() {
        Fields fields = new Fields();
        UUID client = fields.id(clientId, "/client_id");
        CurrencyUnit unit = fields.currency(currency, "/currency");
        int days = Objects.requireNonNullElse(dueInDays, USUAL_DUE_IN_DAYS);
        if (days < 0 || days > LONGEST_DUE_IN_DAYS) {
            fields.fault("due-in-days-out-of-range", "/due_in_days");
        }
        InvoiceRequest request = new InvoiceRequest(
                new InvoiceRequest.Basis.ClientOnly(new ClientId(client), unit, days),
                asOf,
                ChargesJson.charges(fields, charges),
                ChargesJson.override(fields, override));
        CheckedInvoiceRequest.check(fields, fingerprint);
        fields.check();
        CheckedInvoiceRequest.checkCurrencies(request.charges(), unit);
        return request;
    }

    @Nullable
    Fingerprint previewed() {
        return fingerprint == null ? null : new Fingerprint(fingerprint);
    }
}
