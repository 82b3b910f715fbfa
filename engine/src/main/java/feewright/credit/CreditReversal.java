package feewright.credit;

import feewright.firm.Content;
import feewright.receivable.GrantId;
import org.jspecify.annotations.Nullable;

/** Which grant is taken back, why, and what the client is told. */
public record CreditReversal(
        GrantId grant, Content reason, @Nullable Content clientNote) {}
