package feewright.jdbc;

import feewright.contract.WorkListsContract;
import feewright.engine.Ports;

class JdbcWorkListsContractTest extends WorkListsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
