package feewright.api.start;

import java.util.List;

/** Settings that say themselves what is wrong with them, each fault in a line that names the setting and what would do. */
public interface CheckedSettings {

    /** Everything that is wrong; nothing where they can be used. */
    List<String> faults();

    /** Fails with all of it. */
    default void require() {
        List<String> found = faults();
        if (!found.isEmpty()) {
            throw new UnusableSettings(found);
        }
    }
}
