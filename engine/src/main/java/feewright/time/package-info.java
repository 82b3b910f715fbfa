/**
 * Work that was done: entries, their versions, submission, approval and rejection. Owns no price and no invoice. Invariants:
 * approval binds to a version and any edit loses it; nobody approves their own time; a billed entry has no method that changes
 * it (requirements H1 to H4).
 */
@NullMarked
package feewright.time;

import org.jspecify.annotations.NullMarked;
