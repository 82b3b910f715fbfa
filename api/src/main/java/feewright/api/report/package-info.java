/** Reports and statements, as JSON or CSV. Names are content: a platform operator gets none. */
@NullMarked
package feewright.api.report;

import org.jspecify.annotations.NullMarked;
