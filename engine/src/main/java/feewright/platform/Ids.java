package feewright.platform;

import java.util.UUID;

/** Port: makes ids. UUIDv7 in production, a counter in tests. */
public interface Ids {

    UUID next();
}
