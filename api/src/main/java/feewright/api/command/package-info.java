/** What commands read from their arguments and print on the console. Starts nothing: the wiring does. */
@NullMarked
package feewright.api.command;

import org.jspecify.annotations.NullMarked;
