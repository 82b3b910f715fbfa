package feewright.jdbc;

import feewright.contract.SuspenseContract;
import feewright.engine.Ports;

class JdbcSuspenseContractTest extends SuspenseContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
