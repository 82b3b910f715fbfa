package feewright.jdbc;

import feewright.contract.RunsContract;
import feewright.engine.Ports;

class JdbcRunsContractTest extends RunsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
