/** Break-glass sessions, purges, and what the platform may see of all firms. */
@NullMarked
package feewright.api.privacy;

import org.jspecify.annotations.NullMarked;
