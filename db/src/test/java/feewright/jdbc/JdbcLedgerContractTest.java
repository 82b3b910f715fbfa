package feewright.jdbc;

import feewright.contract.LedgerContract;
import feewright.engine.Ports;

class JdbcLedgerContractTest extends LedgerContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
