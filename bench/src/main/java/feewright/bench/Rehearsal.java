package feewright.bench;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of an application that only rehearses: it records every step, and rolls back where it is told to commit. What a
 * request does is then known to the last parameter, and the database is as it was.
 */
final class Rehearsal implements Driver {

    private static final String PREFIX = "jdbc:rehearsal:";
    /** How the names of Tomcat's threads begin. */
    private static final String REQUESTS = "http-";

    private final List<Step> steps = new ArrayList<>();

    /** Makes a rehearsal known to all who look for the driver of its address. */
    static Rehearsal register() {
        try {
            Rehearsal rehearsal = new Rehearsal();
            DriverManager.registerDriver(rehearsal);
            return rehearsal;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The address of the same database for an application that rehearses. */
    static String url(String url) {
        return url.replaceFirst("jdbc:", PREFIX);
    }

    /** The steps that connections took while this ran. */
    synchronized List<Step> of(Runnable requests) {
        List<Step> taken;
        synchronized (steps) {
            steps.clear();
        }
        requests.run();
        synchronized (steps) {
            taken = List.copyOf(steps);
        }
        return taken;
    }

    /** Only what requests do: the threads that work for ever go on beside them. */
    void add(Step step) {
        if (Thread.currentThread().getName().startsWith(REQUESTS)) {
            synchronized (steps) {
                steps.add(step);
            }
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        return acceptsURL(url)
                ? RecordedCalls.on(DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), properties), this)
                : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
