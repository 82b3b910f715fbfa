package feewright.whatif;

import feewright.platform.Coded;

/** Why what was built again is not what was issued, so that it cannot be compared. */
public enum Mismatch implements Coded {
    /** The roles of whoever issued it are not known any more. */
    ACTOR,
    /** The lines or the dates are others. */
    LINES,
    /** The rules of its issue matched facts that are not among those built again. */
    FACTS,
    /** The pack of its issue is still in force, and says something else now. */
    VERDICT;
}
