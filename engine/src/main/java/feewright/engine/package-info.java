/**
 * The door to the engine: the list of its ports ({@link feewright.engine.Ports}) and the one class that makes every use case
 * ({@link feewright.engine.Engine}). Storage gives a value of the first, whoever wants to do something asks the second. It holds no
 * logic of its own.
 */
@NullMarked
package feewright.engine;

import org.jspecify.annotations.NullMarked;
