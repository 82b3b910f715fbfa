package feewright.jdbc.refund;

import feewright.attempt.AttemptId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.refund.RefundId;
import feewright.refund.SimulatedRefunds;
import java.util.List;

public final class JdbcSimulatedRefunds implements SimulatedRefunds {

    private final Statements statements;

    public JdbcSimulatedRefunds(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void keep(FirmId firm, SimulatedRefund refund) {
        statements.change(
                """
                insert into simulated_refund (firm_id, key, payment_key, currency, amount_minor, made_at)
                values (:firm, :key, :payment, :currency, :amount, :at)
                on conflict (firm_id, key) do nothing
                """,
                Parameters.of(firm)
                        .id("key", refund.key())
                        .id("payment", refund.payment())
                        .text("currency", refund.amount().getCurrencyUnit().getCode())
                        .bigint("amount", refund.amount().getAmountMinorLong())
                        .instant("at", refund.madeAt()));
    }

    @Override
    public List<SimulatedRefund> of(FirmId firm, AttemptId payment) {
        return statements.rows(
                """
                select key, currency, amount_minor, made_at
                from simulated_refund
                where firm_id = :firm and payment_key = :payment
                order by key
                """,
                Parameters.of(firm).id("payment", payment),
                row -> new SimulatedRefund(
                        new RefundId(row.uuid("key")),
                        payment,
                        row.money("amount_minor", row.currency("currency")),
                        row.instant("made_at")));
    }
}
