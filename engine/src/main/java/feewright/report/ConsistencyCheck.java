package feewright.report;

import feewright.platform.FirmId;

/** Port: one question whether something that is kept twice is the same in both places. To be asked in a transaction. */
public interface ConsistencyCheck {

    /** A stable name: {@code receivable-owed}. */
    String name();

    /** Looks at everything of the firm; names at most {@code most} differences and counts all. */
    Checked on(FirmId firm, int most);
}
