package feewright.report;

import feewright.platform.FirmId;
import java.time.LocalDate;

/** Port: counts and sums over a firm. */
public interface PlatformFigures {

    /** As of a day in the firm's zone, which tells what is overdue. */
    FirmFigures of(FirmId firm, LocalDate today);
}
