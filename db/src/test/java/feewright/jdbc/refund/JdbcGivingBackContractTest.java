package feewright.jdbc.refund;

import feewright.contract.GivingBackContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcGivingBackContractTest extends GivingBackContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
