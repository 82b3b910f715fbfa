package feewright.api.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the demo keeps its data and its key, and on which port its database listens (0: any free one). */
@ConfigurationProperties("feewright.demo")
record DemoSettings(
        @DefaultValue("data") Path directory,
        @DefaultValue("15432") int databasePort) {}
