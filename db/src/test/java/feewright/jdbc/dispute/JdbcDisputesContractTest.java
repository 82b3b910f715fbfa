package feewright.jdbc.dispute;

import feewright.contract.DisputesContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcDisputesContractTest extends DisputesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
