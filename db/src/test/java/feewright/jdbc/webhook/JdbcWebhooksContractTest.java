package feewright.jdbc.webhook;

import feewright.contract.WebhooksContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcWebhooksContractTest extends WebhooksContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
