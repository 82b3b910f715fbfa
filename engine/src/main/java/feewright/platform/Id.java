package feewright.platform;

import java.util.UUID;

/** An id of one kind of thing. Kinds are types of their own, so that ids cannot be mixed up. */
public interface Id {

    UUID value();
}
