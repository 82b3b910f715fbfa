package feewright.jdbc;

import feewright.contract.DisputesContract;
import feewright.fixture.Ports;

class JdbcDisputesContractTest extends DisputesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
