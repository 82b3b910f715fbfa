package feewright.api.invoice;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.openapi.ResponseDescriptions;
import feewright.invoice.Fingerprint;
import feewright.invoice.InvoiceRequest;
import feewright.platform.Actor;
import feewright.platform.ConcurrentChange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Preview, which writes nothing, and issue: one path (requirement I3). */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record IssueEndpoints(PreviewAndIssue invoicing, IdempotentWrites once) {

    @PostMapping("/engagements/{id}/invoice-previews")
    PreviewView preview(
            Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable EngagementInvoiceJson body) {
        EngagementInvoiceJson asked = Objects.requireNonNullElse(body, EngagementInvoiceJson.EMPTY);
        CheckedInvoiceRequest.checkAbsent(asked.fingerprint());
        return invoicing.preview(actor, asked.request(id));
    }

    @ResponseDescriptions(status = 201, body = InvoiceView.class)
    @PostMapping("/engagements/{id}/invoices")
    ResponseEntity<byte[]> issue(
            Actor actor,
            HttpServletRequest http,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable EngagementInvoiceJson body) {
        EngagementInvoiceJson asked = Objects.requireNonNullElse(body, EngagementInvoiceJson.EMPTY);
        InvoiceRequest request = asked.request(id);
        return issued(actor, http, request, asked.previewed());
    }

    @PostMapping(path = "/invoice-previews", consumes = "application/json")
    PreviewView previewWithoutEngagement(Actor actor, @RequestBody ClientInvoiceJson body) {
        CheckedInvoiceRequest.checkAbsent(body.fingerprint());
        return invoicing.preview(actor, body.request());
    }

    @ResponseDescriptions(status = 201, body = InvoiceView.class)
    @PostMapping(path = "/invoices", consumes = "application/json")
    ResponseEntity<byte[]> issueWithoutEngagement(
            Actor actor, HttpServletRequest http, @RequestBody ClientInvoiceJson body) {
        InvoiceRequest request = body.request();
        return issued(actor, http, request, body.previewed());
    }

    /** Whoever loses a race leaves a decision, too, although the rest of the transaction is gone. */
    private ResponseEntity<byte[]> issued(
            Actor actor, HttpServletRequest http, InvoiceRequest request, @Nullable Fingerprint previewed) {
        try {
            return once.run(actor, http, () -> invoicing.issue(actor, request, previewed));
        } catch (ConcurrentChange lost) {
            invoicing.lost(actor, request);
            throw lost;
        }
    }
}
