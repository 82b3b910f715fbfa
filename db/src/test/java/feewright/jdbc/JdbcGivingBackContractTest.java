package feewright.jdbc;

import feewright.contract.GivingBackContract;
import feewright.engine.Ports;

class JdbcGivingBackContractTest extends GivingBackContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
