package feewright.jdbc.credit;

import feewright.contract.CreditsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcCreditsContractTest extends CreditsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
