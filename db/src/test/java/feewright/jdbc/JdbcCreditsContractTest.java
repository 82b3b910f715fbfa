package feewright.jdbc;

import feewright.contract.CreditsContract;
import feewright.engine.Ports;

class JdbcCreditsContractTest extends CreditsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
