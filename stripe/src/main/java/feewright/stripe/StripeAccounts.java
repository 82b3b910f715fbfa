package feewright.stripe;

import feewright.platform.FirmId;
import java.util.Optional;

/**
 * Which connected account of Stripe ({@code acct_…}) is a firm's. Empty where it has none: nothing is charged for it then, least of all
 * on the platform's own account.
 */
@FunctionalInterface
public interface StripeAccounts {

    Optional<String> of(FirmId firm);
}
