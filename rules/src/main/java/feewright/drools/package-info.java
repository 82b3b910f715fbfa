/**
 * The Drools adapter: the only code that knows Drools. Owns the rule packs (what is in one, how it is checked, compiled, tried
 * on its scenarios and put in force) and the judging. Computes no money and reads no database. Invariants: a pack is immutable
 * and named by the hash of its content; what lacks a core rule or fails a check is never in force; what cannot be judged is
 * refused; rule files are code, and nothing in them can call any but the three conclusions.
 */
@NullMarked
package feewright.drools;

import org.jspecify.annotations.NullMarked;
