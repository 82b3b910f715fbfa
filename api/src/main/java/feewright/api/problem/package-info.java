/** Every answer that is not a success: problem+json with stable codes, never a word of what was sent. */
@NullMarked
package feewright.api.problem;

import org.jspecify.annotations.NullMarked;
