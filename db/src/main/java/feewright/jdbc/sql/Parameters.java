package feewright.jdbc.sql;

import feewright.platform.FirmId;
import feewright.platform.Id;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Named parameters with their types, so that a null never costs a question to the database. Always with the firm. */
public final class Parameters {

    private final MapSqlParameterSource source = new MapSqlParameterSource();

    private Parameters() {}

    public static Parameters of(FirmId firm) {
        return new Parameters().uuid("firm", firm.value());
    }

    /** For the question which firms there are. */
    public static Parameters ofNoFirm() {
        return new Parameters();
    }

    public MapSqlParameterSource source() {
        return source;
    }

    public Parameters uuid(String name, @Nullable UUID value) {
        return put(name, value, Types.OTHER);
    }

    public Parameters id(String name, @Nullable Id id) {
        return uuid(name, id == null ? null : id.value());
    }

    public Parameters text(String name, @Nullable String value) {
        return put(name, value, Types.VARCHAR);
    }

    public Parameters integer(String name, @Nullable Integer value) {
        return put(name, value, Types.INTEGER);
    }

    public Parameters bigint(String name, @Nullable Long value) {
        return put(name, value, Types.BIGINT);
    }

    public Parameters flag(String name, @Nullable Boolean value) {
        return put(name, value, Types.BOOLEAN);
    }

    public Parameters date(String name, @Nullable LocalDate value) {
        return put(name, value, Types.DATE);
    }

    /** The database keeps microseconds; what is finer is cut off rather than rounded into the future. */
    public Parameters instant(String name, @Nullable Instant value) {
        return put(
                name,
                value == null ? null : value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }

    public Parameters uuids(String name, Collection<UUID> values) {
        return array(name, "uuid", values.toArray());
    }

    public Parameters texts(String name, Collection<String> values) {
        return array(name, "text", values.toArray());
    }

    /** Rows to be passed column by column, each column an array. */
    public <T> Columns<T> rows(Collection<T> rows) {
        return new Columns<>(this, List.copyOf(rows));
    }

    private Parameters array(String name, String type, @Nullable Object[] values) {
        SqlTypeValue array = (statement, place, _, _) ->
                statement.setArray(place, statement.getConnection().createArrayOf(type, values));
        source.addValue(name, array);
        return this;
    }

    private Parameters put(String name, @Nullable Object value, int type) {
        source.addValue(name, value, type);
        return this;
    }

    /** Rows as parallel arrays, which one statement unnests: one round trip and one plan, however many rows. */
    public record Columns<T>(Parameters parameters, List<T> rows) {

        public Columns<T> uuid(String name, Function<T, @Nullable UUID> of) {
            return column(name, "uuid", of);
        }

        public Columns<T> text(String name, Function<T, @Nullable String> of) {
            return column(name, "text", of);
        }

        public Columns<T> integer(String name, Function<T, @Nullable Integer> of) {
            return column(name, "int4", of);
        }

        public Columns<T> bigint(String name, Function<T, @Nullable Long> of) {
            return column(name, "int8", of);
        }

        public Columns<T> flag(String name, Function<T, @Nullable Boolean> of) {
            return column(name, "bool", of);
        }

        public Columns<T> date(String name, Function<T, @Nullable LocalDate> of) {
            return column(name, "date", of);
        }

        public Columns<T> instant(String name, Function<T, @Nullable Instant> of) {
            return column(name, "timestamptz", row -> truncated(of.apply(row)));
        }

        private static @Nullable Instant truncated(@Nullable Instant instant) {
            return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
        }

        /** A list for each row, its elements joined by line feeds: arrays of arrays would have to be of one length. */
        public Columns<T> lists(String name, Function<T, List<String>> of) {
            return column(name, "text", row -> String.join("\n", of.apply(row)));
        }

        private Columns<T> column(String name, String type, Function<T, ? extends @Nullable Object> of) {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = of.apply(rows.get(row));
            }
            parameters.array(name, type, values);
            return this;
        }
    }

    public static long minor(Money amount) {
        return amount.getAmountMinorLong();
    }
}
