/**
 * The database itself: logins, migrations, the embedded one, locks and whether it answers. Knows no table of a concept.
 */
@NullMarked
package feewright.jdbc.database;

import org.jspecify.annotations.NullMarked;
