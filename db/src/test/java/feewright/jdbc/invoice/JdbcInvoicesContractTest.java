package feewright.jdbc.invoice;

import feewright.contract.InvoicesContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcInvoicesContractTest extends InvoicesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
