package feewright.jdbc.engagement;

import feewright.contract.AmendmentsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcAmendmentsContractTest extends AmendmentsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
