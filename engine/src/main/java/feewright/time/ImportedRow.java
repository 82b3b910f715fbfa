package feewright.time;

import feewright.platform.CustomerText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import file, read but not matched: a hash that names its content and its place among equal rows, and the words that
 * say who worked for whom. All words are content.
 */
public record ImportedRow(
        int number,
        String hash,
        CustomerText worker,
        @Nullable CustomerText client,
        @Nullable CustomerText project,
        Hours hours,
        CustomerText description) {

    /** The day and length of the work. */
    public record Hours(LocalDate workedOn, int minutes, boolean billable) {}
}
