package feewright.jdbc;

import feewright.contract.DisputesContract;
import feewright.engine.Ports;

class JdbcDisputesContractTest extends DisputesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
