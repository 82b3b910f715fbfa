package feewright.jdbc;

import feewright.contract.CreditNotesContract;
import feewright.fixture.Ports;

class JdbcCreditNotesContractTest extends CreditNotesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
