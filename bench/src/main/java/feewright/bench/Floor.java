package feewright.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Plain JDBC on the application's own pool: the same round trips and the same rows, without engine, rules and HTTP. */
record Floor(DataSource pool) {

    /** Gives the nanoseconds that the steps took. */
    long repeat(List<Step> steps) {
        long before = System.nanoTime();
        traffic(steps);
        return System.nanoTime() - before;
    }

    Traffic traffic(List<Step> steps) {
        Traffic traffic = new Traffic();
        try (Connection connection = pool.getConnection()) {
            for (Step step : steps) {
                step.repeat(connection, traffic);
            }
            return traffic;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
