package feewright.jdbc.ledger;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.CreditArrival;
import feewright.ledger.CreditArrivals;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;

public final class JdbcCreditArrivals implements CreditArrivals {

    private final Statements statements;

    public JdbcCreditArrivals(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(FirmId firm, CreditArrival arrival) {
        statements.change("""
            insert into credit_arrival (firm_id, arrival_id, client_id)
            values (:firm, :arrival, :client)
            """, Parameters.of(firm).uuid("arrival", arrival.id()).id("client", arrival.client()));
    }

    @Override
    public List<CreditArrival> waiting(FirmId firm, int limit) {
        return statements.rows(
                """
                select arrival_id, client_id
                from credit_arrival
                where firm_id = :firm
                order by arrival_id
                limit :limit
                """,
                Parameters.of(firm).integer("limit", limit),
                row -> new CreditArrival(row.uuid("arrival_id"), new ClientId(row.uuid("client_id"))));
    }

    @Override
    public void done(FirmId firm, Collection<CreditArrival> arrivals) {
        statements.change(
                """
                delete from credit_arrival
                where firm_id = :firm and arrival_id = any(:ids)
                """,
                Parameters.of(firm)
                        .uuids("ids", arrivals.stream().map(CreditArrival::id).toList()));
    }
}
