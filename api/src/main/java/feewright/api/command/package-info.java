/**
 * The command line: each command with its options, its help and what it prints. Reads everything before it starts anything, and starts
 * no more of the application than the command needs.
 */
@NullMarked
package feewright.api.command;

import org.jspecify.annotations.NullMarked;
