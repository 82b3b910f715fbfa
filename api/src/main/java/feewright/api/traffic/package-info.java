/**
 * What strangers and callers may cost this instance: connections, time for heads of requests, rates, requests at once. Works in
 * the container, before any filter, so that what is too much costs little. Knows no endpoint and no role.
 */
@NullMarked
package feewright.api.traffic;

import org.jspecify.annotations.NullMarked;
