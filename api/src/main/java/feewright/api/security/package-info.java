/** Who asks, by a verified token only, and which endpoint is open to which role. Default deny. */
@NullMarked
package feewright.api.security;

import org.jspecify.annotations.NullMarked;
