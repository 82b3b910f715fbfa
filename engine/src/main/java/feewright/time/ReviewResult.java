package feewright.time;

import feewright.rule.Decision;

/** What came of reviewing one entry: approving or rejecting it. */
public sealed interface ReviewResult {

    /** The version that the reviewer saw. */
    EntryVersion seen();

    /** Done: the entry as it is now. */
    record Done(EntryVersion seen, TimeEntry entry, Decision decision) implements ReviewResult {}

    /** Refused by the rules, and kept as a decision. */
    record Refused(EntryVersion seen, Decision decision) implements ReviewResult {}

    /** The rules let it pass, but the entry's state has no such step; kept as a decision. */
    record NotPossible(EntryVersion seen, TimeState state) implements ReviewResult {}

    /** The entry has been edited since: another version is current. Kept as a decision. */
    record Stale(EntryVersion seen, EntryVersion current) implements ReviewResult {}

    record NotFound(EntryVersion seen) implements ReviewResult {}
}
