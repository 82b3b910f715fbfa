package feewright.invoice;

import feewright.engagement.BillingCursor;
import org.jspecify.annotations.Nullable;

/** An invoice to be saved, and where it leaves the billing of its engagement (null: it has none). */
public record Issuance(Invoice invoice, @Nullable BillingCursor cursor) {}
