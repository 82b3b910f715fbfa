/** The rule packs and the firing log over HTTP. */
@NullMarked
package feewright.api.rule;

import org.jspecify.annotations.NullMarked;
