/**
 * The ledger: accounts, the transfers between them, and what an invoice owes by them; voids and write-offs. Owns no credit and no
 * payment. Invariants: money is recorded by transfers only, so that all accounts of a currency add up to zero; an invoice never
 * owes less than nothing; a settlement is derived, never kept (design §2.5).
 */
@NullMarked
package feewright.ledger;

import org.jspecify.annotations.NullMarked;
