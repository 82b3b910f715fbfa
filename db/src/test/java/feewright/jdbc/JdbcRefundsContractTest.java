package feewright.jdbc;

import feewright.contract.RefundsContract;
import feewright.engine.Ports;

class JdbcRefundsContractTest extends RefundsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
