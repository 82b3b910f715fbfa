package feewright.jdbc;

import feewright.contract.SuspenseContract;
import feewright.fixture.Ports;

class JdbcSuspenseContractTest extends SuspenseContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
