package feewright.jdbc;

import feewright.contract.AutomaticCreditContract;
import feewright.engine.Ports;

class JdbcAutomaticCreditContractTest extends AutomaticCreditContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
