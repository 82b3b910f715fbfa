/** The door of the server, tried by sockets. */
@NullMarked
package feewright.api.traffic;

import org.jspecify.annotations.NullMarked;
