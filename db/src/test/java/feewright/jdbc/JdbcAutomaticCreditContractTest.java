package feewright.jdbc;

import feewright.contract.AutomaticCreditContract;
import feewright.fixture.Ports;

class JdbcAutomaticCreditContractTest extends AutomaticCreditContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
