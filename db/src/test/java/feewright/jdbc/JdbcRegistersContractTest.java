package feewright.jdbc;

import feewright.contract.RegistersContract;
import feewright.engine.Ports;

class JdbcRegistersContractTest extends RegistersContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
