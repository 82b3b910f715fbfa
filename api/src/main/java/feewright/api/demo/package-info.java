/** What the profile demo adds: a database of its own, a key of its own and a token for each role. */
@NullMarked
package feewright.api.demo;

import org.jspecify.annotations.NullMarked;
