package feewright.jdbc;

import feewright.contract.EngagementsContract;
import feewright.engine.Ports;

class JdbcEngagementsContractTest extends EngagementsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
