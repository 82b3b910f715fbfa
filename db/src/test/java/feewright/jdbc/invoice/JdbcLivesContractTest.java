package feewright.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.contract.LivesContract;
import feewright.engine.Ports;
import feewright.engine.ReportUseCases;
import feewright.fixture.Office;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.fixture.TestDatabase;

class JdbcLivesContractTest extends LivesContract {

    private static final Ports PORTS = JdbcPorts.on(TestDatabase.pool(), false);

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }

    @Override
    protected int lives() {
        return 12;
    }

    /** Claims are what lines, endings and pauses say, and cursors what claims say (requirement L1). */
    @Override
    protected void lived(Office office) {
        assertThat(ReportUseCases.reconcile(PORTS).reconcile(office.admin).checks())
                .allSatisfy(check ->
                        assertThat(check.differences()).as(check.check()).isEmpty());
    }
}
