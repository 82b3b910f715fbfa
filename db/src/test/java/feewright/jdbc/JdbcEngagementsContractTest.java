package feewright.jdbc;

import feewright.contract.EngagementsContract;
import feewright.fixture.Ports;

class JdbcEngagementsContractTest extends EngagementsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
