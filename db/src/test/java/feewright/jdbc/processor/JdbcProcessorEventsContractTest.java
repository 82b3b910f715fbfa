package feewright.jdbc.processor;

import feewright.contract.ProcessorEventsContract;
import feewright.engine.Ports;
import feewright.jdbc.fixture.TestDatabase;

class JdbcProcessorEventsContractTest extends ProcessorEventsContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }

    /** All 120 orders run in memory; these show that the database says the same. */
    @Override
    protected int everySoManieth() {
        return 17;
    }
}
