package feewright.jdbc.time;

import feewright.contract.TimeEntriesContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcTimeEntriesContractTest extends TimeEntriesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
