package feewright.api.start;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the demo keeps its data and its key, and on which port its database listens (0: any free one). */
@ConfigurationProperties("feewright.demo")
public record DemoSettings(
        @DefaultValue("data") Path directory,
        @DefaultValue("15432") int databasePort) {

    /** Where its database is. */
    public Path database() {
        return directory.resolve("postgres");
    }

    /** Whether somebody else listens where the database will. A server that a killed demo left behind is taken over. */
    public boolean isPortTaken() {
        return !Files.exists(database().resolve("postmaster.pid"))
                && Port.isTaken(InetAddress.getLoopbackAddress(), databasePort);
    }
}
