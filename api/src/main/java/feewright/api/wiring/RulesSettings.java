package feewright.api.wiring;

import feewright.api.start.CheckedSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the firm's own rules are, beside the packaged ones, and where those are that are only compared with them (requirement X4);
 * nowhere if it is not set.
 */
@ConfigurationProperties("feewright.rules")
record RulesSettings(@Nullable Path directory, @Nullable Path candidate) implements CheckedSettings {

    @Override
    public List<String> faults() {
        return directory == null || Files.isDirectory(directory)
                ? List.of()
                : List.of("feewright.rules.directory has to be a directory that is there and can be read");
    }
}
