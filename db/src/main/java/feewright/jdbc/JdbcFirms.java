package feewright.jdbc;

import feewright.firm.Firm;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import java.time.ZoneId;
import java.util.List;
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
                values (:firm, :name, :zone);
                insert into tenant (firm_id)
                values (:firm)
                """,
                Parameters.of(firm.id())
                        .text("name", firm.name())
                        .text("zone", firm.zone().getId()));
    }

    @Override
    public List<FirmId> all() {
        return statements.rows("""
            select firm_id
            from tenant
            order by firm_id
            """, Parameters.ofNoFirm(), row -> new FirmId(row.uuid("firm_id")));
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
