/** Writing requests happen once for each Idempotency-Key, and are answered alike every time. */
@NullMarked
package feewright.api.idempotency;

import org.jspecify.annotations.NullMarked;
