package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.engagement.EngagementId;
import feewright.invoice.BillingPosition;
import feewright.invoice.BillingPositions;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due and left to a person: to be previewed and issued, or to be decided about. */
@RestController
@RequestMapping(path = "/v1/ready-to-bill", produces = "application/json")
record ReadyToBillEndpoint(Transactions transactions, ReadyToBill left, BillingPositions positions, FirmClock clock) {

    /** {@code next_billing_date} is the day whose dues are next. */
    record ReadyView(
            UUID engagementId, UUID clientId, @Nullable LocalDate nextBillingDate, String reason) {}

    @GetMapping
    Page<ReadyView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = PageRequest.of(limit, null).limit();
        ReadyToBill.Item after = ReadyToBill.Start.after(cursor);
        return transactions.reading(actor, () -> {
            ReadyToBill.Start start = new ReadyToBill.Start(actor.firm(), clock.now(actor), after);
            Page<ReadyToBill.Item> page = left.page(start, most);
            Map<EngagementId, BillingPosition> found =
                    positions
                            .readAll(
                                    actor.firm(),
                                    page.items().stream()
                                            .map(ReadyToBill.Item::engagement)
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(at -> at.engagement().id(), Function.identity()));
            return page.map(left -> view(left, Objects.requireNonNull(found.get(left.engagement()))));
        });
    }

    private static ReadyView view(ReadyToBill.Item left, BillingPosition position) {
        return new ReadyView(
                left.engagement().value(),
                position.engagement().client().value(),
                position.nextBillingDate().orElse(null),
                left.reason().code());
    }
}
