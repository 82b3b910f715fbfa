package feewright.jdbc.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Proration;
import feewright.engagement.Rate;
import feewright.engagement.RateScope;
import feewright.firm.BillingRole;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.TimeItem;
import feewright.jdbc.engagement.AgreementRow;
import feewright.jdbc.firm.JdbcPeople;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.money.HourlyRate;
import feewright.platform.PersonId;
import feewright.time.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A row of invoice_line: what every line has, and the parts of its category. */
record LineRow(
        Invoice.Head head,
        InvoiceLine line,
        InvoiceLine.@Nullable Packaged packaged,
        InvoiceLine.@Nullable Hourly hourly) {

    static List<LineRow> of(Invoice invoice) {
        Invoice.Head head = invoice.head();
        return invoice.lines().stream()
                .map(line -> switch (line) {
                    case InvoiceLine.Packaged packaged -> new LineRow(head, line, packaged, null);
                    case InvoiceLine.Hourly hourly -> new LineRow(head, line, null, hourly);
                    case InvoiceLine.Included _, InvoiceLine.Minimum _, InvoiceLine.Cap _, InvoiceLine.Manual _ ->
                        new LineRow(head, line, null, null);
                })
                .toList();
    }

    static InvoiceLine read(Row row, CurrencyUnit currency, List<TimeItem> items) throws SQLException {
        int number = row.integer("line_no");
        String adjustment = row.maybeText("adjustment");
        if (adjustment != null) {
            return AdjustmentRow.read(row, currency, adjustment);
        }
        return switch (row.constant(Category.class, "category")) {
            case PACKAGE -> packaged(row, currency);
            case HOURLY ->
                new InvoiceLine.Hourly(
                        number,
                        row.money("amount_minor", currency),
                        new Work.Worker(new PersonId(row.uuid("worker_id")), JdbcPeople.role(row, "worker_role")),
                        new Rate(
                                AgreementRow.scope(row.maybeUuid("rate_person_id"), row.maybeText("rate_role")),
                                new HourlyRate(row.money("per_hour_minor", currency)),
                                row.date("rate_from")),
                        items);
            case EXPENSE -> new InvoiceLine.Manual(number, Category.EXPENSE, row.money("amount_minor", currency));
            case MANUAL -> new InvoiceLine.Manual(number, Category.MANUAL, row.money("amount_minor", currency));
        };
    }

    static InvoiceLine.Packaged packaged(Row row, CurrencyUnit currency) throws SQLException {
        return new InvoiceLine.Packaged(
                row.integer("line_no"),
                row.money("amount_minor", currency),
                new BillingPeriod(
                        row.date("period_start"),
                        row.date("period_end"),
                        row.date("whole_start"),
                        row.date("whole_end")),
                row.money("fee_minor", currency),
                row.constant(Proration.class, "proration"));
    }

    UUID invoice() {
        return head.id().value();
    }

    @Nullable
    UUID engagement() {
        return InvoiceRow.engagement(head);
    }

    @Nullable
    BillingPeriod period() {
        return switch (line) {
            case InvoiceLine.Packaged found -> found.period();
            case InvoiceLine.Included found -> found.period();
            case InvoiceLine.Minimum found -> found.period();
            case InvoiceLine.Cap found -> found.period();
            case InvoiceLine.Hourly _, InvoiceLine.Manual _ -> null;
        };
    }

    /** A package's fee, a minimum's, or the limit of a cap. */
    @Nullable
    Long fee() {
        return switch (line) {
            case InvoiceLine.Packaged found -> Parameters.minor(found.fee());
            case InvoiceLine.Minimum found -> Parameters.minor(found.minimum().fee());
            case InvoiceLine.Cap found -> Parameters.minor(found.limit());
            case InvoiceLine.Hourly _, InvoiceLine.Included _, InvoiceLine.Manual _ -> null;
        };
    }

    @Nullable
    String proration() {
        return switch (line) {
            case InvoiceLine.Packaged found -> found.proration().code();
            case InvoiceLine.Minimum found -> found.minimum().proration().code();
            default -> null;
        };
    }

    @Nullable
    Long perHour() {
        return switch (line) {
            case InvoiceLine.Hourly found ->
                Parameters.minor(found.rate().price().perHour());
            case InvoiceLine.Included found -> Parameters.minor(found.of().perHour());
            default -> null;
        };
    }

    AdjustmentRow adjusted() {
        return AdjustmentRow.of(line);
    }

    @Nullable
    String workerRole() {
        BillingRole role = hourly == null ? null : hourly.worker().role();
        return role == null ? null : role.code();
    }

    @Nullable
    UUID ratePerson() {
        return hourly != null && hourly.rate().scope() instanceof RateScope.OfPerson of
                ? of.person().value()
                : null;
    }

    @Nullable
    String rateRole() {
        return hourly != null && hourly.rate().scope() instanceof RateScope.OfRole of
                ? of.role().code()
                : null;
    }
}
