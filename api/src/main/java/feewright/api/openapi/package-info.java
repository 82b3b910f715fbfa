/** The description of the API. */
@NullMarked
package feewright.api.openapi;

import org.jspecify.annotations.NullMarked;
