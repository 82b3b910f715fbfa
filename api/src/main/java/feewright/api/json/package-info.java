/** JSON as the API reads and writes it: strict going in, snake_case, no value read as anything but what it is. */
@NullMarked
package feewright.api.json;

import org.jspecify.annotations.NullMarked;
