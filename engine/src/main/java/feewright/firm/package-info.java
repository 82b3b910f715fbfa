/**
 * The firm (tenant), the people and clients it knows, who acts, and what every concept stands on: ids, database
 * transactions, content kept apart, the audit trail. Owns no billing. Invariants: nothing is done outside one firm;
 * content is never printed.
 */
@NullMarked
package feewright.firm;

import org.jspecify.annotations.NullMarked;
