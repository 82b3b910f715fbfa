package feewright.jdbc.ledger;

import feewright.contract.LedgerContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcLedgerContractTest extends LedgerContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
