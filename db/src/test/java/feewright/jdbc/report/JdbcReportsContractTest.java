package feewright.jdbc.report;

import feewright.contract.ReportsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcReportsContractTest extends ReportsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
