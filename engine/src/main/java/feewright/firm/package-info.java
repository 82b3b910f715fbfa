/**
 * The firm (tenant), and the people, clients and projects that it knows. Owns no billing.
 */
@NullMarked
package feewright.firm;

import org.jspecify.annotations.NullMarked;
