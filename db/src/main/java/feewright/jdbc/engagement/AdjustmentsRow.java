package feewright.jdbc.engagement;

import feewright.engagement.Adjustments;
import feewright.engagement.Cap;
import feewright.engagement.Included;
import feewright.engagement.MinimumFee;
import feewright.engagement.Proration;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.money.HourlyRate;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of terms that adjust the price of hours; null where the terms do not. */
final class AdjustmentsRow {

    private AdjustmentsRow() {}

    static Adjustments read(Row row, CurrencyUnit currency) throws SQLException {
        return new Adjustments(included(row, currency), cap(row, currency), minimum(row, currency));
    }

    private static @Nullable Included included(Row row, CurrencyUnit currency) throws SQLException {
        Integer minutes = row.maybeInteger("included_minutes");
        if (minutes == null) {
            return null;
        }
        Long beyond = row.maybeBigint("beyond_minor");
        return new Included(
                minutes,
                row.integer("rollover_minutes"),
                beyond == null ? null : new HourlyRate(Money.ofMinor(currency, beyond)));
    }

    private static @Nullable Cap cap(Row row, CurrencyUnit currency) throws SQLException {
        Long limit = row.maybeBigint("cap_minor");
        return limit == null
                ? null
                : new Cap(
                        Money.ofMinor(currency, limit),
                        row.constant(Cap.Span.class, "cap_span"),
                        row.constant(Cap.Beyond.class, "cap_beyond"));
    }

    private static @Nullable MinimumFee minimum(Row row, CurrencyUnit currency) throws SQLException {
        Long fee = row.maybeBigint("minimum_minor");
        return fee == null
                ? null
                : new MinimumFee(Money.ofMinor(currency, fee), row.constant(Proration.class, "minimum_proration"));
    }

    static void write(Parameters parameters, Adjustments of) {
        Included included = of.included();
        HourlyRate beyond = included == null ? null : included.beyond();
        Cap cap = of.cap();
        MinimumFee minimum = of.minimum();
        parameters
                .integer("included_minutes", included == null ? null : included.minutes())
                .integer("rollover_minutes", included == null ? null : included.rolloverMinutes())
                .bigint("beyond_minor", beyond == null ? null : Parameters.minor(beyond.perHour()))
                .bigint("cap_minor", cap == null ? null : Parameters.minor(cap.limit()))
                .text("cap_span", cap == null ? null : cap.span().code())
                .text("cap_beyond", cap == null ? null : cap.beyond().code())
                .bigint("minimum_minor", minimum == null ? null : Parameters.minor(minimum.fee()))
                .text(
                        "minimum_proration",
                        minimum == null ? null : minimum.proration().code());
    }
}
