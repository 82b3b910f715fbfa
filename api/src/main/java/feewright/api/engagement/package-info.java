/** Engagements over HTTP: drafts, their revisions and signatures. */
@NullMarked
package feewright.api.engagement;

import org.jspecify.annotations.NullMarked;
