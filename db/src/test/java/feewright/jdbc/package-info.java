/** Every promise of the storage, shown on a real PostgreSQL: the ports' contracts, the walls, the constraints and the races. */
@NullMarked
package feewright.jdbc;

import org.jspecify.annotations.NullMarked;
