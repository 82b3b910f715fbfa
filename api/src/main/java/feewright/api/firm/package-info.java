/** Clients, projects, people and the audit trail over HTTP. */
@NullMarked
package feewright.api.firm;

import org.jspecify.annotations.NullMarked;
