/** Time entries over HTTP: writing down, submitting, approving, rejecting. */
@NullMarked
package feewright.api.time;

import org.jspecify.annotations.NullMarked;
