package feewright.jdbc.refund;

import feewright.contract.RefundsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcRefundsContractTest extends RefundsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
