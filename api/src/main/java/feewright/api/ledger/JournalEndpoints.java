package feewright.api.ledger;

import feewright.api.firm.OwnClient;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.invoice.InvoiceId;
import feewright.ledger.GrantId;
import feewright.ledger.Ledger;
import feewright.ledger.Ledger.EntryFilter;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to money after the issue of invoices, with the transfers that it made. */
@RestController
@RequestMapping(path = "/v1/journal-entries", produces = "application/json")
record JournalEndpoints(Transactions transactions, Journal journal) {

    @GetMapping
    Page<JournalEntryView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(name = "credit_id", required = false) @Nullable UUID credit,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        Ledger.EntryKind of = kind == null ? null : kind(kind);
        ClientId own = OwnClient.of(actor, client == null ? null : new ClientId(client));
        return transactions.reading(
                actor,
                () -> journal.page(
                        actor,
                        page,
                        from -> new EntryFilter(
                                from.before(),
                                of,
                                own,
                                invoice == null ? null : new InvoiceId(invoice),
                                credit == null ? null : new GrantId(credit))));
    }

    @GetMapping("/{id}")
    JournalEntryView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> journal.find(actor, id));
    }

    private static Ledger.EntryKind kind(String code) {
        for (Ledger.EntryKind kind : Ledger.EntryKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("kind"));
    }
}
