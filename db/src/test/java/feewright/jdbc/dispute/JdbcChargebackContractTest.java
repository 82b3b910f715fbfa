package feewright.jdbc.dispute;

import feewright.contract.ChargebackContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcChargebackContractTest extends ChargebackContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
