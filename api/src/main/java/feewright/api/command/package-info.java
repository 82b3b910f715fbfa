/** What the command {@code bill} reads from its arguments and prints on the console. Starts nothing: the wiring does. */
@NullMarked
package feewright.api.command;

import org.jspecify.annotations.NullMarked;
