package feewright.invoice;

import feewright.time.EntryVersion;
import java.time.LocalDate;

/** One version of a time entry on an hourly line: minutes as worked, and as billed after the increment. */
public record TimeItem(EntryVersion version, LocalDate workedOn, int workedMinutes, int billedMinutes) {}
