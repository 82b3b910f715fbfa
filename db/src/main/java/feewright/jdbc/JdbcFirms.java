package feewright.jdbc;

import feewright.firm.Firm;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import java.time.ZoneId;
import java.util.Optional;

final class JdbcFirms implements Firms {

    private final Statements statements;

    JdbcFirms(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Firm firm) {
        statements.change(
                """
                insert into firm (firm_id, name, zone)
                values (:firm, :name, :zone)
                """,
                Parameters.of(firm.id())
                        .text("name", firm.name())
                        .text("zone", firm.zone().getId()));
    }

    @Override
    public Optional<Firm> find(FirmId firm) {
        return statements.row(
                """
                select name, zone
                from firm
                where firm_id = :firm
                """, Parameters.of(firm), row -> new Firm(firm, row.text("name"), ZoneId.of(row.text("zone"))));
    }
}
