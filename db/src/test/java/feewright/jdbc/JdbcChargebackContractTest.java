package feewright.jdbc;

import feewright.contract.ChargebackContract;
import feewright.engine.Ports;

class JdbcChargebackContractTest extends ChargebackContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
