package feewright.jdbc.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import feewright.platform.Ids;
import java.util.UUID;

/** Ids that grow with time (UUIDv7), so that new rows land at the end of every index and lists need no other order. */
public final class UuidV7Ids implements Ids {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
