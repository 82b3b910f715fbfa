package feewright.jdbc.sql;

import feewright.platform.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that says by a condition of its own that it has no connection to give, whatever keeps it from that. To transactions it is the
 * pool itself.
 */
public final class ReachedDatabase extends DelegatingDataSource implements InfrastructureProxy {

    public ReachedDatabase(DataSource pool) {
        super(pool);
    }

    @Override
    public Object getWrappedObject() {
        return obtainTargetDataSource();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException away) {
            throw new StorageUnavailable("no connection: SQL state " + away.getSQLState());
        }
    }
}
