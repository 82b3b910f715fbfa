package feewright.jdbc;

import feewright.contract.TimeEntriesContract;
import feewright.engine.Ports;

class JdbcTimeEntriesContractTest extends TimeEntriesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
