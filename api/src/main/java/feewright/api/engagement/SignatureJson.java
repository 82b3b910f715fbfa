package feewright.api.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a client signed, as the firm reports it. */
record SignatureJson(
        @Nullable String method,
        @Nullable String documentSha256,
        @Nullable Instant signedAt,
        @Nullable String signatory) {}
