package feewright.jdbc.ledger;

import feewright.contract.SuspenseContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcSuspenseContractTest extends SuspenseContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
