/**
 * What if: past invoices, and engagements that were set aside, judged once more by the rules in force and by a candidate (requirement
 * X4). Owns no invoice and no rule, and writes nothing. Invariants: a case is built again from facts as they stood at its issue, by the
 * assembly that issued it; what does not come out as it was issued is told as such and never compared.
 */
@NullMarked
package feewright.whatif;

import org.jspecify.annotations.NullMarked;
