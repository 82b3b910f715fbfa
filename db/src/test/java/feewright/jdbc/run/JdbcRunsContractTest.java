package feewright.jdbc.run;

import feewright.contract.RunsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcRunsContractTest extends RunsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
