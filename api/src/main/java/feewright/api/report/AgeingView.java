package feewright.api.report;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.report.Ageing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clients owed at the end of a day. {@code up_to30} was 1 to 30 days overdue, {@code up_to60} 31 to 60, and so on. */
record AgeingView(LocalDate asOf, List<AgedClientView> rows, List<AgedView> totals) implements Table {

    record AgedView(
            MoneyJson notDue, MoneyJson upTo30, MoneyJson upTo60, MoneyJson upTo90, MoneyJson over90, MoneyJson total) {

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
                "client_id", "client_name", "currency", "not_due", "up_to30", "up_to60", "up_to90", "over90", "total");
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return rows.stream()
                .map(row -> Cells.row(
                        row.clientId(),
                        Cells.words(row.clientName()),
                        row.owed().total().currency(),
                        row.owed().notDue().amount(),
                        row.owed().upTo30().amount(),
                        row.owed().upTo60().amount(),
                        row.owed().upTo90().amount(),
                        row.owed().over90().amount(),
                        row.owed().total().amount()));
    }
}
