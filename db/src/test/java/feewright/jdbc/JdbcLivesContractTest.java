package feewright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.contract.LivesContract;
import feewright.fixture.Office;
import feewright.fixture.Ports;

class JdbcLivesContractTest extends LivesContract {

    private static final JdbcAdapters ADAPTERS = JdbcAdapters.on(TestDatabase.pool());

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
        assertThat(ADAPTERS.reconcile().reconcile(office.admin).checks())
                .allSatisfy(check ->
                        assertThat(check.differences()).as(check.check()).isEmpty());
    }
}
