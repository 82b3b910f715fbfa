package feewright.jdbc;

import feewright.contract.InvoicesContract;
import feewright.engine.Ports;

class JdbcInvoicesContractTest extends InvoicesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
