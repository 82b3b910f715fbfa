/**
 * The evidence pack of a dispute (requirement D4): what a firm answers a bank with, as one archive. Owns how it is put together and
 * nothing of what is in it: all of that is shown as other answers show it. Invariants: the same facts give the same bytes; who took a
 * pack is in the audit trail before anybody has it.
 */
@NullMarked
package feewright.api.evidence;

import org.jspecify.annotations.NullMarked;
