/**
 * Disputes of payments: cases with a life of their own, told by processors in events that come in any order. Owns no invoice and
 * changes none (requirement D2). An event is a fact; how a dispute stands is folded from the events of its payment in the order in
 * which they happened, each step judged by rules, and the ledger is then moved by the difference. Invariants: whatever the order of
 * arrival, the end is the same; what no rule permits counts for nothing; no more is disputed of a payment than was captured.
 */
@NullMarked
package feewright.dispute;

import org.jspecify.annotations.NullMarked;
