package feewright.report;

import feewright.firm.FirmId;
import java.time.LocalDate;

/** Port: counts and sums over a firm. */
public interface FigureBooks {

    /** As of a day in the firm's zone, which tells what is overdue. */
    FirmFigures of(FirmId firm, LocalDate today);
}
