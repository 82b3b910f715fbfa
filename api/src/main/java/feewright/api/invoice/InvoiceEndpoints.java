package feewright.api.invoice;

import feewright.api.firm.OwnClient;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.engagement.EngagementId;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.PaymentStatus;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading invoices. A client sees its own, to it there are no others; a platform operator sees no words. */
@RestController
@RequestMapping(path = "/v1/invoices", produces = "application/json")
record InvoiceEndpoints(Transactions transactions, VisibleInvoices visible, PaymentStatuses settlements) {

    @GetMapping
    Page<InvoiceView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "engagement_id", required = false) @Nullable UUID engagement,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId of = OwnClient.of(actor, client == null ? null : new ClientId(client));
        EngagementId under = engagement == null ? null : new EngagementId(engagement);
        PaymentStatus settlement = PaymentStatuses.read(state);
        return transactions.reading(actor, () -> {
            LocalDate today = settlements.today(actor);
            Page<InvoiceAccount> found = page.page(
                    (before, count) -> settlements.page(
                            actor, new InvoiceFilter(before, of, under, from, until), settlement, count),
                    account -> account.invoice().value());
            Function<InvoiceAccount, InvoiceStatus> standings = settlements.standings(actor, found.items(), today);
            return found.map(account -> InvoiceView.of(account.head(), standings.apply(account)));
        });
    }

    @GetMapping("/{id}")
    InvoiceView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> visible.view(actor, visible.find(actor, id)));
    }

    @GetMapping("/{id}/explanation")
    ExplanationView explain(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> visible.explanation(actor, visible.find(actor, id)));
    }
}
