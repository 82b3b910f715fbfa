package feewright.jdbc.credit;

import feewright.contract.CreditPayableInvoicesContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcCreditPayableInvoicesContractTest extends CreditPayableInvoicesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
