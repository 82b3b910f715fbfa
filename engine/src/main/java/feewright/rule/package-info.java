/**
 * What it means to be judged: rule sets, facts, verdicts and the decisions that record them. Knows no rule and no rule engine;
 * every later concept reads this one. Invariants: default deny; a verdict always names the pack that gave it; a decision holds
 * ids, codes and times, never content.
 */
@NullMarked
package feewright.rule;

import org.jspecify.annotations.NullMarked;
