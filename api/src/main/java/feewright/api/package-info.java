/** The application: its start and its wiring. */
@NullMarked
package feewright.api;

import org.jspecify.annotations.NullMarked;
