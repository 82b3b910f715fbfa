/** The archive of one firm: written from one snapshot, read into another installation. The format is described in docs/export.md. */
@NullMarked
package feewright.api.archive;

import org.jspecify.annotations.NullMarked;
