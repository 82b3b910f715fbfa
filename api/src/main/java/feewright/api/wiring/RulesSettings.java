package feewright.api.wiring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the firm's own rules are, beside the packaged ones, and where those are that are only compared with them (requirement X4);
 * nowhere if it is not set.
 */
@ConfigurationProperties("feewright.rules")
record RulesSettings(@Nullable Path directory, @Nullable Path candidate) {}
