package feewright.jdbc.run;

import feewright.contract.WorkListsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcWorkListsContractTest extends WorkListsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
