/** Invoices over HTTP: preview, issue, lists and explanations. */
@NullMarked
package feewright.api.invoice;

import org.jspecify.annotations.NullMarked;
