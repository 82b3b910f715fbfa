package feewright.api.dispute;

import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.dispute.FraudWarnings;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What card issuers warn of before anybody disputes it. */
@RestController
@RequestMapping(path = "/v1/fraud-warnings", produces = "application/json")
record FraudWarningEndpoints(Transactions transactions, FraudWarnings warnings) {

    @GetMapping
    Page<FraudWarningView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId of = client == null ? null : new ClientId(client);
        return transactions
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> warnings.page(actor.firm(), new WarningFilter(before, of), most),
                                warning -> warning.id().value()))
                .map(FraudWarningView::of);
    }
}
