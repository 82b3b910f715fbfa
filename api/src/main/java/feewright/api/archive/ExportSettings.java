package feewright.api.archive;

import feewright.api.start.CheckedSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How archives are given over HTTP. {@code directory}: where they are written before they are taken, the system's own for temporary
 * files if it is not set; {@code largest}: how large one may be; {@code mostAtOnce}: how many are written or taken at a time;
 * {@code longest}: how long the taking may last.
 */
@ConfigurationProperties("feewright.export")
public record ExportSettings(
        @Nullable Path directory,
        @DefaultValue("5GB") DataSize largest,
        @DefaultValue("8") int mostAtOnce,
        @DefaultValue("PT1H") Duration longest)
        implements CheckedSettings {

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (largest.toBytes() <= 0 || mostAtOnce <= 0 || !longest.isPositive()) {
            faults.add("feewright.export.largest, .most-at-once and .longest have to be positive");
        }
        if (directory != null && !Files.isWritable(directory)) {
            faults.add("feewright.export.directory has to be a directory that can be written to");
        }
        return faults;
    }
}
