package feewright.jdbc;

import feewright.contract.CoursesContract;
import feewright.engine.Ports;

class JdbcCoursesContractTest extends CoursesContract {

    @Override
    protected Ports ports() {
        return TestDatabase.ports();
    }
}
