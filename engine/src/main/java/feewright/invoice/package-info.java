/**
 * From what is open to what is issued: the case, the assembly, the judgement, the invoice and its explanation. Owns no payment
 * and no balance. Invariants: preview and issue are one path; a line is built from a due period or approved time and stands only
 * if a rule justifies it; an invoice is born issued and nothing of it ever changes.
 */
@NullMarked
package feewright.invoice;

import org.jspecify.annotations.NullMarked;
