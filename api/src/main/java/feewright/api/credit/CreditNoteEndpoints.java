package feewright.api.credit;

import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.ledger.Accounts;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.credit.CreditNote;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditNotes;
import feewright.credit.CreditNotes.NoteFilter;
import feewright.credit.IssueCreditNote;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit notes against issued invoices. A client sees its own. */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record CreditNoteEndpoints(
        Transactions transactions,
        IssueCreditNote issueCreditNote,
        Reading reading,
        IdempotentWrites once,
        FirmClock clock) {

    /** What is read. */
    @Component
    record Reading(CreditNotes notes, Names names, Accounts accounts) {

        CreditNoteView view(Actor actor, CreditNote note) {
            return CreditNoteView.of(note, known(actor, List.of(note)));
        }

        Names.Known known(Actor actor, List<CreditNote> notes) {
            return names.of(actor, notes, note -> note.entry().id());
        }

        void checkCurrency(Actor actor, CreditNoteRequest request) {
            CurrencyUnit currency = accounts.currency(actor, request.invoice());
            for (int place = 0; place < request.items().size(); place++) {
                if (request.items().get(place) instanceof CreditNoteRequest.Item.Amount item) {
                    AmountJson.check(item.amount(), currency, "/lines/" + place + AmountJson.AMOUNT);
                }
            }
        }
    }

    @ResponseDescriptions(status = 201, body = CreditNoteView.class)
    @PostMapping(path = "/invoices/{id}/credit-notes", consumes = "application/json")
    ResponseEntity<byte[]> issue(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody CreditNoteJson body) {
        CreditNoteRequest request = body.request(new InvoiceId(id));
        return once.run(actor, http, () -> {
            reading.checkCurrency(actor, request);
            return switch (issueCreditNote.issue(actor, request, clock.now(actor))) {
                case IssueCreditNote.Outcome.Issued(CreditNote note) ->
                    WriteResponse.created("/v1/credit-notes/" + note.entry().id(), reading.view(actor, note));
                case IssueCreditNote.Outcome.Refused(var decision) ->
                    new WriteResponse.NotDone(Rulings.problem(decision));
                case IssueCreditNote.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }

    @GetMapping("/credit-notes")
    Page<CreditNoteView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId own = OwnClient.of(actor, client == null ? null : new ClientId(client));
        InvoiceId of = invoice == null ? null : new InvoiceId(invoice);
        return transactions.reading(actor, () -> {
            Page<CreditNote> found = page.page(
                    (before, count) -> reading.notes().page(actor.firm(), new NoteFilter(before, own, of), count),
                    note -> note.entry().id().value());
            Names.Known known = reading.known(actor, found.items());
            return found.map(note -> CreditNoteView.of(note, known));
        });
    }

    @GetMapping("/credit-notes/{id}")
    CreditNoteView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            CreditNote note = ProblemException.unlessFound(
                    reading.notes().find(actor.firm(), new JournalEntryId(id)).orElse(null));
            OwnClient.named(actor, note.entry().of().client());
            return reading.view(actor, note);
        });
    }
}
