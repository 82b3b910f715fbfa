package feewright.jdbc.sql;

import feewright.platform.StorageUnavailable;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Does not mind that a connection is lost which it wants to roll back: the database does that by itself, and what failed stays told. */
public final class QuietRollback extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    public QuietRollback(DataSource database) {
        super(database);
        setExceptionTranslator(new Conflicts());
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (StorageUnavailable _) {
            // The database has rolled back already.
        }
    }
}
