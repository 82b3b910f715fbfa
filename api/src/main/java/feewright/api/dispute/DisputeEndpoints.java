package feewright.api.dispute;

import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.dispute.DisputeState;
import feewright.dispute.Disputes;
import feewright.dispute.Disputes.DisputeFilter;
import feewright.invoice.InvoiceId;
import feewright.ledger.DisputeId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes, and what was told of each (requirements D1 and D2). */
@RestController
@RequestMapping(path = "/v1/disputes", produces = "application/json")
record DisputeEndpoints(Transactions transactions, Disputes disputes, DisputeCases cases) {

    /** Which disputes: a client's, an invoice's, in a state, open ones or those that are over. */
    record Wanted(
            @Nullable UUID clientId,
            @Nullable UUID invoiceId,
            @Nullable String state,
            @Nullable Boolean open) {

        DisputeFilter after(@Nullable UUID dispute) {
            return new DisputeFilter(
                    dispute == null ? null : new DisputeId(dispute),
                    clientId == null ? null : new ClientId(clientId),
                    invoiceId == null ? null : new InvoiceId(invoiceId),
                    state == null ? null : DisputeEndpoints.state(state),
                    open);
        }
    }

    /** By the end of the time to answer, soonest first; those without one last. */
    @GetMapping
    Page<DisputeView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        Wanted wanted = new Wanted(client, invoice, state, open);
        wanted.after(null);
        return transactions
                .reading(
                        actor,
                        () -> page.page(
                                (after, most) -> disputes.page(actor.firm(), wanted.after(after), most),
                                dispute -> dispute.id().value()))
                .map(DisputeView::of);
    }

    @GetMapping("/{id}")
    DisputeCaseView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> cases.view(actor, cases.find(actor, id)));
    }

    private static DisputeState state(String code) {
        return Arrays.stream(DisputeState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state")));
    }
}
