package feewright.jdbc;

import feewright.contract.CreditNotesContract;
import feewright.engine.Ports;

class JdbcCreditNotesContractTest extends CreditNotesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
