package feewright.api.wiring;

import feewright.jdbc.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database. The owner migrates the schema at start, unless {@code migrate} is off; the app role, which owns nothing, does
 * everything else. {@code poolSize} is in connections.
 */
@ConfigurationProperties("feewright.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable User owner,
        @Nullable User app,
        @DefaultValue("true") boolean migrate,
        @DefaultValue("10") int poolSize) {

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
