package feewright.api.report;

import feewright.platform.CustomerText;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes rows of a table. */
public final class Cells {

    private Cells() {}

    /** A row; amounts as plain decimal text, their currency has a column of its own. */
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .<@Nullable Object>map(
                        cell -> cell instanceof Money money ? money.getAmount().toPlainString() : cell)
                .toList();
    }

    /** Words that somebody wrote. */
    public static @Nullable CustomerText words(@Nullable String text) {
        return text == null ? null : new CustomerText(text);
    }
}
