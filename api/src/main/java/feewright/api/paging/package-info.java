/** Lists in pages with an opaque cursor. */
@NullMarked
package feewright.api.paging;

import org.jspecify.annotations.NullMarked;
