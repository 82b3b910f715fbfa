package feewright.jdbc;

import feewright.contract.WebhooksContract;
import feewright.engine.Ports;

class JdbcWebhooksContractTest extends WebhooksContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
