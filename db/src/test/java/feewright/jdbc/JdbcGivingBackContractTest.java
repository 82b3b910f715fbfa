package feewright.jdbc;

import feewright.contract.GivingBackContract;
import feewright.fixture.Ports;

class JdbcGivingBackContractTest extends GivingBackContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
