package feewright.jdbc;

import feewright.contract.LedgerContract;
import feewright.fixture.Ports;

class JdbcLedgerContractTest extends LedgerContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
