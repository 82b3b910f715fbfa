package feewright.api;

import feewright.jdbc.EmbeddedDatabase;
import feewright.jdbc.Login;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database of the tests' server: an embedded one, or with {@code -Dfeewright.test.url=…} (and {@code .owner},
 * {@code .password}, {@code .superuser}, {@code .superuser-password}) a fresh external one whose database the owner owns.
 */
record TestDatabase(String url, Login owner, Login app) {

    static TestDatabase in(Path directory) {
        String external = property("url", null);
        if (external != null) {
            return new TestDatabase(
                    external,
                    new Login(property("owner", "feewright_owner"), property("password", "feewright")),
                    new Login("feewright_app", "feewright"));
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(directory.resolve("postgres"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
        return new TestDatabase(embedded.url(), embedded.owner(), embedded.app());
    }

    /** Who may do everything on the server. */
    static Login superuser() {
        return new Login(property("superuser", "postgres"), property("superuser-password", "postgres"));
    }

    /** The address of another database on the same server. */
    static String beside(String url, String database) {
        return url.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private static String property(String name, @Nullable String usual) {
        return System.getProperty("feewright.test." + name, usual);
    }
}
