package feewright.jdbc;

import feewright.contract.WebhooksContract;
import feewright.fixture.Ports;

class JdbcWebhooksContractTest extends WebhooksContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
