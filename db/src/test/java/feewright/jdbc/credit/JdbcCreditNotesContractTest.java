package feewright.jdbc.credit;

import feewright.contract.CreditNotesContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcCreditNotesContractTest extends CreditNotesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
