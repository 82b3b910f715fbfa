/**
 * Files of time that other tools export, read into rows: the column layouts of Toggl, Harvest and Clockify. Knows the columns,
 * not the firm. Invariants: a row is read or has a fault of its own; equal rows of one file stay apart.
 */
@NullMarked
package feewright.api.timefile;

import org.jspecify.annotations.NullMarked;
