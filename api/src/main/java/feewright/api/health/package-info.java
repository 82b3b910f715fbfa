/**
 * Whether the instance lives, and whether it can serve. Owns what is told and to whom; a stranger is told one word. Invariant: what it
 * says of the database is no older than two seconds, and a question costs the database nothing.
 */
@NullMarked
package feewright.api.health;

import org.jspecify.annotations.NullMarked;
