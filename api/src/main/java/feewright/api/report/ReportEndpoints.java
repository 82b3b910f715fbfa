package feewright.api.report;

import feewright.api.clock.FirmClock;
import feewright.engagement.EngagementId;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import feewright.report.AgeReceivables;
import feewright.report.Ageing;
import feewright.report.LedgerSums;
import feewright.report.Reconcile;
import feewright.report.ReportRevenue;
import feewright.report.Unbilled;
import feewright.report.ValueUnbilled;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is told of the books of a firm (requirements I7, L1). */
@RestController
@RequestMapping(
        path = "/v1/reports",
        produces = {"application/json", "text/csv"})
record ReportEndpoints(Reports reports, ClientNames names, Today today) {

    /** What can be asked for. */
    @Component
    record Reports(AgeReceivables ageing, ReportRevenue revenue, ValueUnbilled unbilled, Reconcile reconcile) {}

    /** The day that it is in the zone of a firm. */
    @Component
    record Today(Transactions transactions, Firms firms, FirmClock clock) {

        LocalDate of(Actor actor) {
            return transactions.reading(
                    actor,
                    () -> LocalDate.ofInstant(
                            clock.now(actor),
                            firms.find(actor.firm()).orElseThrow().zone()));
        }
    }

    @GetMapping("/receivables-ageing")
    AgeingView receivablesAgeing(
            Actor actor, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        LocalDate present = today.of(actor);
        LocalDate day = Objects.requireNonNullElse(asOf, present);
        if (day.isAfter(present)) {
            throw Asked.refused("as_of");
        }
        Ageing ageing = Asked.up(reports.ageing().age(actor, day));
        return AgeingView.of(
                ageing,
                names.of(
                        actor,
                        ageing.rows().stream()
                                .map(Ageing.Row::client)
                                .distinct()
                                .toList()));
    }

    @GetMapping("/revenue")
    RevenueView revenue(
            Actor actor,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(name = "engagement_id", required = false) @Nullable UUID engagement) {
        return RevenueView.of(reports.revenue()
                .report(
                        actor,
                        new LedgerSums.RevenueFilter(
                                Asked.days(from, until),
                                client == null ? null : new ClientId(client),
                                engagement == null ? null : new EngagementId(engagement))));
    }

    @GetMapping("/unbilled")
    UnbilledView unbilled(Actor actor, @RequestParam(name = "client_id", required = false) @Nullable UUID client) {
        Unbilled unbilled = Asked.up(reports.unbilled().value(actor, client == null ? null : new ClientId(client)));
        return UnbilledView.of(
                unbilled,
                names.of(
                        actor,
                        unbilled.rows().stream()
                                .map(row -> row.engagement().client())
                                .distinct()
                                .toList()));
    }

    @GetMapping("/reconciliation")
    ReconciliationView reconciliation(Actor actor) {
        return ReconciliationView.of(reports.reconcile().reconcile(actor));
    }
}
