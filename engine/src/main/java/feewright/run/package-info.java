/**
 * Scheduled billing: what is due is written down, split into slices, and issued in batches through the path of preview and issue. Owns
 * runs, their results and what they set aside; owns neither invoices nor the rule that lets them pass. Invariants: a run can be
 * repeated, interrupted and shared without issuing anything twice, because only the claims of the invoices decide (requirement
 * P1); one engagement never holds up another (P3).
 */
@NullMarked
package feewright.run;

import org.jspecify.annotations.NullMarked;
