package feewright.jdbc;

import feewright.contract.CoursesContract;
import feewright.fixture.Ports;

class JdbcCoursesContractTest extends CoursesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
