package feewright.credit;

import feewright.ledger.GrantId;
import feewright.platform.CustomerText;
import org.jspecify.annotations.Nullable;

/** Which grant is taken back, why, and what the client is told. */
public record CreditReversal(
        GrantId grant, CustomerText reason, @Nullable CustomerText clientNote) {}
