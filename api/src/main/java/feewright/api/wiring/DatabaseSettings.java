package feewright.api.wiring;

import feewright.api.start.CheckedSettings;
import feewright.jdbc.database.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database. The owner migrates the schema at start, unless {@code migrate} is off; the app role, which owns nothing, does
 * everything else. {@code poolSize} is in connections; {@code poolTimeout} is how long a connection is waited for.
 */
@ConfigurationProperties("feewright.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable User owner,
        @Nullable User app,
        @DefaultValue("true") boolean migrate,
        @DefaultValue("10") int poolSize,
        @DefaultValue("PT5S") Duration poolTimeout)
        implements CheckedSettings {

    /** The shortest that the pool takes is a quarter of a second, and it looks whether a connection lives in half of the time. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);

    /** Also through a driver that wraps PostgreSQL's, as proxies and recorders do. */
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:([a-z0-9-]+:)?postgresql:.*");

    @Override
    public List<String> faults() {
        return poolSize > 0 && poolTimeout.compareTo(SHORTEST_WAIT) >= 0
                ? List.of()
                : List.of("feewright.database.pool-size has to be positive, and .pool-timeout half a second or more");
    }

    /** What is missing where no demo brings a database of its own. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (url == null || !POSTGRESQL.matcher(url).matches()) {
            missing.add("feewright.database.url has to be set: jdbc:postgresql://HOST:PORT/DATABASE");
        }
        if (app == null) {
            missing.add("feewright.database.app.user and .password have to be set: the runtime role, feewright_app");
        }
        if (migrate && owner == null) {
            missing.add("feewright.database.owner.user and .password have to be set: the role that owns the schema; or"
                    + " feewright.database.migrate=false, where another instance migrates");
        }
        return missing;
    }

    /** Who logs in. Prints without the password. */
    record User(String user, @DefaultValue("") String password) {

        Login login() {
            return new Login(user, password);
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
