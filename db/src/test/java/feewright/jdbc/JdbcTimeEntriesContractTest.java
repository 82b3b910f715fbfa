package feewright.jdbc;

import feewright.contract.TimeEntriesContract;
import feewright.fixture.Ports;

class JdbcTimeEntriesContractTest extends TimeEntriesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
