package feewright.jdbc.engagement;

import feewright.contract.EngagementsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcEngagementsContractTest extends EngagementsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
