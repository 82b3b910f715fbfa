package feewright.api.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.report.Ageing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clients owed at the end of a day. {@code days_1_to_30} was so many days overdue, and so on. */
record AgeingView(LocalDate asOf, List<AgedClientView> rows, List<AgedView> totals) implements Table {

    record AgedView(
            MoneyJson notDue,
            @JsonProperty("days_1_to_30") MoneyJson days1To30,
            @JsonProperty("days_31_to_60") MoneyJson days31To60,
            @JsonProperty("days_61_to_90") MoneyJson days61To90,
            @JsonProperty("over_90_days") MoneyJson over90Days,
            MoneyJson total) {

        static AgedView of(Ageing.Buckets owed) {
            return new AgedView(
                    MoneyJson.of(owed.notDue()),
                    MoneyJson.of(owed.upTo30()),
                    MoneyJson.of(owed.upTo60()),
                    MoneyJson.of(owed.upTo90()),
                    MoneyJson.of(owed.over90()),
                    MoneyJson.of(owed.total()));
        }
    }

    record AgedClientView(UUID clientId, @Nullable String clientName, AgedView owed) {}

    static AgeingView of(Ageing ageing, Names.Known names) {
        return new AgeingView(
                ageing.asOf(),
                ageing.rows().stream()
                        .map(row -> new AgedClientView(
                                row.client().value(), names.name(row.client()), AgedView.of(row.owed())))
                        .toList(),
                ageing.totals().stream().map(AgedView::of).toList());
    }

    @Override
    public List<String> header() {
        return List.of(
                "client_id",
                "client_name",
                "currency",
                "not_due",
                "days_1_to_30",
                "days_31_to_60",
                "days_61_to_90",
                "over_90_days",
                "total");
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return rows.stream()
                .map(row -> Cells.row(
                        row.clientId(),
                        Cells.words(row.clientName()),
                        row.owed().total().currency(),
                        row.owed().notDue().amount(),
                        row.owed().days1To30().amount(),
                        row.owed().days31To60().amount(),
                        row.owed().days61To90().amount(),
                        row.owed().over90Days().amount(),
                        row.owed().total().amount()));
    }
}
