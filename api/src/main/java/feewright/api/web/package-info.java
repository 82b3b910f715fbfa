/** What all endpoints share: the fields of a body, entity tags, request limits, the state of the server. */
@NullMarked
package feewright.api.web;

import org.jspecify.annotations.NullMarked;
