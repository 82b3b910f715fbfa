package feewright.jdbc.refund;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.refund.RefundId;
import feewright.refund.RefundOutbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class JdbcRefundOutbox implements RefundOutbox {

    private final Statements statements;

    public JdbcRefundOutbox(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void put(FirmId firm, RefundId refund, @Nullable Instant at) {
        statements.change("""
            insert into refund_due (firm_id, refund_id, due_at)
            values (:firm, :refund, :at)
            on conflict (firm_id, refund_id) do update
            set due_at = excluded.due_at
            """, Parameters.of(firm).id("refund", refund).instant("at", at));
    }

    @Override
    public List<RefundId> take(FirmId firm, Instant now, Instant again, int limit) {
        return statements.rows(
                """
                update refund_due d
                set due_at = :again
                from (
                    select refund_id
                    from refund_due
                    where firm_id = :firm and due_at <= :now
                    order by due_at
                    limit :limit
                    for update skip locked
                ) t
                where d.firm_id = :firm and d.refund_id = t.refund_id
                returning d.refund_id
                """,
                Parameters.of(firm).instant("now", now).instant("again", again).integer("limit", limit),
                row -> new RefundId(row.uuid("refund_id")));
    }
}
