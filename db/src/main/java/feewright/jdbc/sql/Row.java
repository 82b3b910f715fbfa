package feewright.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The present row of a result, read by column name. */
public record Row(ResultSet result) {

    /** Makes something of a row. */
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public UUID uuid(String column) throws SQLException {
        return present(maybeUuid(column));
    }

    @Nullable
    public UUID maybeUuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return present(maybeText(column));
    }

    @Nullable
    public String maybeText(String column) throws SQLException {
        return result.getString(column);
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    @Nullable
    public Integer maybeInteger(String column) throws SQLException {
        return result.getObject(column, Integer.class);
    }

    @Nullable
    public Long maybeBigint(String column) throws SQLException {
        return result.getObject(column, Long.class);
    }

    public long bigint(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public LocalDate date(String column) throws SQLException {
        return present(maybeDate(column));
    }

    @Nullable
    public LocalDate maybeDate(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return present(result.getObject(column, OffsetDateTime.class)).toInstant();
    }

    @Nullable
    public Instant maybeInstant(String column) throws SQLException {
        OffsetDateTime at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public Money money(String column, CurrencyUnit currency) throws SQLException {
        return Money.ofMinor(currency, bigint(column));
    }

    public CurrencyUnit currency(String column) throws SQLException {
        return CurrencyUnit.of(text(column));
    }

    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Codes.constant(type, text(column));
    }

    /** The elements of an array column, as the driver gives them; none for null. */
    public <T> List<@Nullable T> elements(String column, Class<T[]> type) throws SQLException {
        java.sql.Array array = result.getArray(column);
        return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
    }

    public List<LocalDate> dates(String column) throws SQLException {
        return elements(column, java.sql.Date[].class).stream()
                .map(Row::present)
                .map(java.sql.Date::toLocalDate)
                .toList();
    }

    public List<String> texts(String column) throws SQLException {
        return elements(column, String[].class).stream().map(Row::present).toList();
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
