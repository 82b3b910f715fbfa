/** The shape of the code, held by tests: who may know whom, what the engine may not touch, names and sizes. */
@NullMarked
package feewright.architecture;

import org.jspecify.annotations.NullMarked;
