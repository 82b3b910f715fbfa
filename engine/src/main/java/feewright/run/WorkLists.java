package feewright.run;

import feewright.engagement.EngagementId;
import java.util.List;

/**
 * Port: the work list of each run, which says what was due when it began, by engagement id ascending, at places counted from 0. So
 * neighbours on the list are neighbours in the tables, and the cost of a batch does not follow the size of the firm. What becomes
 * due later is for the next run; what was billed meanwhile the batch finds out.
 */
public interface WorkLists {

    /** Writes down what a run finds due, once, and tells how much that is. A run of one engagement has no other on its list. */
    int write(BillingRun run, DueFilter due);

    /** The engagements of a slice from a place on, at most {@code limit}. */
    List<EngagementId> next(BillingRun run, Slice slice, int place, int limit);

    /** Takes a slice off the list. */
    void strike(BillingRun run, Slice slice);
}
