/** What keeps the application from starting, told in a few lines in place of a stack trace. Knows no setting itself. */
@NullMarked
package feewright.api.start;

import org.jspecify.annotations.NullMarked;
