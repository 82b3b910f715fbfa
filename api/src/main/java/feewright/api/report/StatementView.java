package feewright.api.report;

import feewright.api.json.MoneyJson;
import feewright.api.report.DisputedInvoices.DisputedInvoiceView;
import feewright.report.ClientBalance;
import feewright.report.ClientStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement, a section for each currency; and, in JSON, what lies over the invoices now. As a table: opening, movements and closing of one section after the other. */
record StatementView(
        UUID clientId,
        @Nullable String clientName,
        LocalDate from,
        LocalDate until,
        List<StatementSectionView> sections,
        List<DisputedInvoiceView> disputed)
        implements Table {

    /** Balance is receivables less credit; below zero where the firm owes the client. */
    record StandingView(MoneyJson receivables, MoneyJson credit, MoneyJson balance) {

        static StandingView of(ClientBalance standing) {
            return new StandingView(
                    MoneyJson.of(standing.receivables()),
                    MoneyJson.of(standing.credit()),
                    MoneyJson.of(standing.balance()));
        }
    }

    record StatementSectionView(
            String currency, StandingView opening, List<MovementView> movements, StandingView closing) {

        static StatementSectionView of(ClientStatement.Section section) {
            List<MovementView> movements = new ArrayList<>();
            ClientBalance standing = section.opening();
            for (var movement : section.movements()) {
                standing = standing.after(movement);
                movements.add(MovementView.of(movement, standing));
            }
            return new StatementSectionView(
                    standing.currency().getCode(),
                    StandingView.of(section.opening()),
                    movements,
                    StandingView.of(section.closing()));
        }
    }

    static StatementView of(
            ClientStatement statement, @Nullable String clientName, List<DisputedInvoiceView> disputed) {
        return new StatementView(
                statement.client().value(),
                clientName,
                statement.days().from(),
                statement.days().until(),
                statement.sections().stream().map(StatementSectionView::of).toList(),
                disputed);
    }

    @Override
    public List<String> header() {
        return List.of(
                "currency",
                "booked_on",
                "kind",
                "source_id",
                "invoice_id",
                "invoice_number",
                "credit_id",
                "credit_note_number",
                "owed",
                "credit",
                "balance");
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return sections.stream()
                .flatMap(section -> Stream.of(
                                Stream.of(total(section.currency(), from, "opening_balance", section.opening())),
                                section.movements().stream().map(movement -> movement.row(section.currency())),
                                Stream.of(total(section.currency(), until, "closing_balance", section.closing())))
                        .flatMap(rows -> rows));
    }

    private static List<@Nullable Object> total(String currency, LocalDate day, String kind, StandingView standing) {
        return Cells.row(
                currency,
                day,
                kind,
                null,
                null,
                null,
                null,
                null,
                standing.receivables().amount(),
                standing.credit().amount(),
                standing.balance().amount());
    }
}
