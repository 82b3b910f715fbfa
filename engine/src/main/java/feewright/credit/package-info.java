/**
 * Credit of clients: grants, their review, their application to invoices and back, their expiry; and credit notes, which lower what
 * an invoice owes and turn what was paid for it into credit or a refund. Owns no invoice. Invariants: the balance of a grant is never
 * below zero; an application never exceeds what its invoice owes and never crosses clients or currencies; what is given back goes
 * to the grants that it was drawn from (requirements L2 to L4).
 */
@NullMarked
package feewright.credit;

import org.jspecify.annotations.NullMarked;
