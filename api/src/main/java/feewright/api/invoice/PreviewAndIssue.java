package feewright.api.invoice;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.WriteResponse;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.engagement.Engagements;
import feewright.invoice.Fingerprint;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceTexts;
import feewright.invoice.IssueInvoice;
import feewright.invoice.PreviewInvoice;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Preview and issue, for both kinds of requests. Nothing due is 422 for both, with the day on which something will be. */
@Component
record PreviewAndIssue(
        PreviewInvoice previewInvoice,
        IssueInvoice issueInvoice,
        Transactions transactions,
        Engagements engagements,
        WhyNothing whyNothing,
        PaymentStatuses settlements,
        FirmClock clock) {

    PreviewView preview(Actor actor, InvoiceRequest request) {
        if (!request.charges().isEmpty()) {
            transactions.reading(actor, () -> checkCurrencies(actor, request));
        }
        return switch (previewInvoice.preview(actor, request, clock.now(actor))) {
            case PreviewInvoice.Outcome.Previewed previewed ->
                PreviewView.of(previewed.assessment(), previewed.texts(), request.asOf());
            case PreviewInvoice.Outcome.NothingDue(@Nullable LocalDate nextDueOn) ->
                throw transactions.reading(actor, () -> whyNothing.nothingDue(actor, request, nextDueOn));
            case PreviewInvoice.Outcome.NotFound _ ->
                throw transactions.reading(actor, () -> whyNothing.notFound(actor, request));
        };
    }

    /** To be used in a transaction. */
    WriteResponse issue(Actor actor, InvoiceRequest request, @Nullable Fingerprint previewed) {
        checkCurrencies(actor, request);
        return switch (issueInvoice.issue(actor, request, previewed, clock.now(actor))) {
            case IssueInvoice.Outcome.Issued(Invoice invoice, InvoiceTexts texts) ->
                WriteResponse.created(
                        "/v1/invoices/" + invoice.id(),
                        InvoiceView.of(
                                invoice,
                                VisibleTexts.of(texts, request.override()),
                                settlements.of(actor, invoice.id())));
            case IssueInvoice.Outcome.Refused refused -> new WriteResponse.NotDone(Rulings.problem(refused.decision()));
            case IssueInvoice.Outcome.Changed _ -> WriteResponse.refused(ProblemCode.PREVIEW_OUTDATED);
            case IssueInvoice.Outcome.NothingDue(@Nullable LocalDate nextDueOn) ->
                new WriteResponse.NotDone(
                        whyNothing.nothingDue(actor, request, nextDueOn).problem());
            case IssueInvoice.Outcome.NotYet _ -> WriteResponse.refused(ProblemCode.AS_OF_IN_THE_FUTURE);
            case IssueInvoice.Outcome.NotSigned _ -> WriteResponse.refused(ProblemCode.ENGAGEMENT_NOT_SIGNED);
            case IssueInvoice.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    /** Keeps that an issue lost a race. To be used after its transaction. */
    void lost(Actor actor, InvoiceRequest request) {
        issueInvoice.lost(actor, request, clock.now(actor));
    }

    private InvoiceRequest checkCurrencies(Actor actor, InvoiceRequest request) {
        EngagementInvoiceJson.checkCurrencies(actor, request, engagements);
        return request;
    }
}
