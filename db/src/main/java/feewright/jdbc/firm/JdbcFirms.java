package feewright.jdbc.firm;

import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.TestClock;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

public final class JdbcFirms implements Firms {

    private final Statements statements;

    public JdbcFirms(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Firm firm) {
        statements.change(
                """
                insert into firm (firm_id, name, zone, test)
                values (:firm, :name, :zone, :test);
                insert into tenant (firm_id)
                values (:firm)
                """,
                Parameters.of(firm.id())
                        .text("name", firm.name())
                        .text("zone", firm.zone().getId())
                        .flag("test", firm.test()));
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
                select name, zone, test
                from firm
                where firm_id = :firm
                """,
                Parameters.of(firm),
                row -> new Firm(firm, row.text("name"), ZoneId.of(row.text("zone")), row.flag("test")));
    }

    @Override
    public Optional<TestClock> clock(FirmId firm) {
        return statements.row(
                """
                select now_at, target_at
                from firm_clock
                where firm_id = :firm
                """, Parameters.of(firm), row -> new TestClock(row.instant("now_at"), row.instant("target_at")));
    }

    @Override
    public void keepClock(FirmId firm, TestClock clock) {
        statements.change("""
            insert into firm_clock as kept (firm_id, now_at, target_at)
            values (:firm, :now, :target)
            on conflict (firm_id) do update
            set now_at = :now, target_at = :target
            where kept.now_at <= :now and kept.target_at <= :target
            """, Parameters.of(firm).instant("now", clock.now()).instant("target", clock.target()));
    }
}
