package feewright.jdbc.sql;

import org.springframework.dao.NonTransientDataAccessException;

/** A statement failed. Says what the database said only as far as that cannot quote a value: no content, no cause. */
public final class StatementFault extends NonTransientDataAccessException {

    private static final long serialVersionUID = 1;

    StatementFault(String what) {
        super(what);
    }
}
