package feewright.api.firm;

import feewright.api.json.MoneyJson;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, when: ids, codes and amounts, never content (requirement T4). */
@RestController
@RequestMapping(path = "/v1/audit-events", produces = "application/json")
record AuditEndpoints(Transactions transactions, AuditTrail audit) {

    record AuditEventView(
            UUID id,
            String action,
            UUID actorId,
            List<String> actorRoles,
            String targetKind,
            UUID targetId,
            @Nullable UUID clientId,
            List<String> codes,
            @Nullable MoneyJson amount,
            Instant at) {}

    @GetMapping
    Page<AuditEventView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(
                actor,
                () -> page.page(
                                (before, count) -> audit.page(actor.firm(), before, count),
                                event -> event.id().value())
                        .map(AuditEndpoints::view));
    }

    private static AuditEventView view(AuditEvent event) {
        ClientId client = event.target().client();
        Money amount = event.amount();
        return new AuditEventView(
                event.id().value(),
                event.action(),
                event.actor().person().value(),
                event.actor().roleCodes().stream().sorted().toList(),
                event.target().kind(),
                event.target().id().value(),
                client == null ? null : client.value(),
                event.codes(),
                amount == null ? null : MoneyJson.of(amount),
                event.at());
    }
}
