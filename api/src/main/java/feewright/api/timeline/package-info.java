/**
 * What happened to an invoice, in one list.
 */
@NullMarked
package feewright.api.timeline;

import org.jspecify.annotations.NullMarked;
