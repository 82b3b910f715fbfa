/** What moves money over HTTP: payments, refunds, write-offs, voids, credit, credit notes, and the journal that keeps all of them. */
@NullMarked
package feewright.api.money;

import org.jspecify.annotations.NullMarked;
