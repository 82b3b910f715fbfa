/** What all endpoints share: the state of the server, entity tags, request limits. */
@NullMarked
package feewright.api.web;

import org.jspecify.annotations.NullMarked;
