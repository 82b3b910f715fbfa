package feewright.api.report;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.invoice.WorkInProgress;
import feewright.report.Unbilled;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Approved, billable time that is on no invoice, and what it would come to. */
record UnbilledView(List<UnbilledRowView> rows, List<MoneyJson> totals) implements Table {

    /**
     * Minutes as worked and as they would be billed. Of the worked ones, those that a package fee covers, and those that no rate does,
     * with their entries.
     */
    record UnbilledRowView(
            UUID engagementId,
            UUID clientId,
            @Nullable String clientName,
            String pricingMode,
            long minutes,
            long billedMinutes,
            long coveredMinutes,
            long unpricedMinutes,
            MoneyJson value,
            List<UUID> unpricedEntries) {

        static UnbilledRowView of(WorkInProgress work, Names.Known names) {
            return new UnbilledRowView(
                    work.engagement().id().value(),
                    work.engagement().client().value(),
                    names.name(work.engagement().client()),
                    work.engagement().terms().pricing().mode().code(),
                    work.minutes().worked(),
                    work.minutes().billed(),
                    work.minutes().coveredByFee(),
                    work.minutes().unpriced(),
                    MoneyJson.of(work.value()),
                    work.unpriced().stream()
                            .map(version -> version.entry().value())
                            .toList());
        }
    }

    static UnbilledView of(Unbilled unbilled, Names.Known names) {
        return new UnbilledView(
                unbilled.rows().stream()
                        .map(row -> UnbilledRowView.of(row, names))
                        .toList(),
                unbilled.totals().stream().map(MoneyJson::of).toList());
    }

    @Override
    public List<String> header() {
        return List.of(
                "engagement_id",
                "client_id",
                "client_name",
                "pricing_mode",
                "minutes",
                "billed_minutes",
                "covered_minutes",
                "unpriced_minutes",
                "currency",
                "value");
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return rows.stream()
                .map(row -> Cells.row(
                        row.engagementId(),
                        row.clientId(),
                        Cells.words(row.clientName()),
                        row.pricingMode(),
                        row.minutes(),
                        row.billedMinutes(),
                        row.coveredMinutes(),
                        row.unpricedMinutes(),
                        row.value().currency(),
                        row.value().amount()));
    }
}
