package feewright.api.invoice;

import feewright.api.web.Fields;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.invoice.Fingerprint;
import feewright.invoice.InvoiceRequest;
import feewright.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to invoice of an engagement: all optional. The fingerprint of a preview belongs to issuing only. */
record EngagementInvoiceJson(
        @Nullable LocalDate asOf,
        @Nullable List<ChargesJson.Charge> charges,
        ChargesJson.@Nullable Override override,
        @Nullable String fingerprint) {

    /** Nothing said: what is due today. */
    static final EngagementInvoiceJson EMPTY = new EngagementInvoiceJson(null, null, null, null);

    InvoiceRequest request(UUID engagement) {
        Fields fields = new Fields();
        InvoiceRequest request = new InvoiceRequest(
                new InvoiceRequest.Basis.Engagement(new EngagementId(engagement)),
                asOf,
                ChargesJson.charges(fields, charges),
                ChargesJson.override(fields, override));
        CheckedInvoiceRequest.check(fields, fingerprint);
        fields.check();
        return request;
    }

    @Nullable
    Fingerprint previewed() {
        return fingerprint == null ? null : new Fingerprint(fingerprint);
    }

    /** A charge in another currency than the terms' could not even be added up. */
    static void checkCurrencies(Actor actor, InvoiceRequest request, Engagements engagements) {
        if (request.charges().isEmpty()
                || !(request.of() instanceof InvoiceRequest.Basis.Engagement(EngagementId id))) {
            return;
        }
        engagements
                .find(actor.firm(), id)
                .ifPresent(found -> CheckedInvoiceRequest.checkCurrencies(
                        request.charges(), found.terms().currency()));
    }
}
