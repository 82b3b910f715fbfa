package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.platform.PersonId;
import feewright.rule.Fact;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A proposed line as rules see it: its place on the invoice and the ISO code of its currency. */
public sealed interface LineFact extends Fact {

    int number();

    String currency();

    @Override
    default String ref() {
        return "line/" + number();
    }

    /** A line that charges a package period of an engagement. */
    record PackageLineFact(
            int number, String currency, @Nullable EngagementId engagement, LocalDate periodStart)
            implements LineFact {}

    /** A line that charges one worker's time. */
    record HourlyLineFact(int number, String currency, PersonId worker) implements LineFact {}

    /** A line that takes included minutes off another, out of those left in their package period. */
    record IncludedLineFact(
            int number,
            String currency,
            int ofLine,
            LocalDate periodStart,
            long minutes,
            long leftMinutes,
            long amountMinor)
            implements LineFact {}

    /** A line that makes up for the minimum of a period, or takes back what was made up. */
    record MinimumLineFact(int number, String currency, LocalDate periodStart, LocalDate periodEnd, long amountMinor)
            implements LineFact {}

    /** A line that writes down to a cap, or takes back what was written down. The period is null for the engagement's. */
    record CapLineFact(
            int number, String currency, @Nullable LocalDate periodStart, long amountMinor) implements LineFact {}

    /** A line that charges by hand: an expense, or anything else. Below zero it lowers the invoice. */
    record ManualLineFact(int number, String currency, boolean expense, long amountMinor) implements LineFact {}

    /** That an hourly line charges a version of a time entry. */
    record LineTimeFact(int line, TimeEntryId entry, int version) implements Fact {
        @Override
        public String ref() {
            return "line/" + line + "/time-entry/" + entry + "@" + version;
        }
    }
}
