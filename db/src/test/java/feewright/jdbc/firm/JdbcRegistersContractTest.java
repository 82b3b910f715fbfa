package feewright.jdbc.firm;

import feewright.contract.RegistersContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcRegistersContractTest extends RegistersContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
