/**
 * Who beside the firm may read its content, and how content goes again. Owns break-glass sessions (requirement T2) and purges
 * (T5), and no billing. Invariants: a session is of one firm and one operator, and over at its limit at the latest; every access
 * is kept before anything is answered; a purge changes no amount, no time and no relation.
 */
@NullMarked
package feewright.privacy;

import org.jspecify.annotations.NullMarked;
