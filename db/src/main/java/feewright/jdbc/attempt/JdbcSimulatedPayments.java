package feewright.jdbc.attempt;

import feewright.attempt.AttemptId;
import feewright.attempt.SimulatedPayments;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.util.Optional;

public final class JdbcSimulatedPayments implements SimulatedPayments {

    private final Statements statements;

    public JdbcSimulatedPayments(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean keep(FirmId firm, Payment payment) {
        return statements.change(
                        """
                        insert into simulated_payment (
                            firm_id, key, invoice_id, card, currency, amount_minor, made_at)
                        values (:firm, :key, :invoice, :card, :currency, :amount, :at)
                        on conflict (firm_id, key) do update
                        set invoice_id = excluded.invoice_id, card = excluded.card, currency = excluded.currency,
                            amount_minor = excluded.amount_minor, made_at = excluded.made_at
                        where simulated_payment.card is null
                        """,
                        Parameters.of(firm)
                                .id("key", payment.key())
                                .id("invoice", payment.invoice())
                                .text("card", payment.card())
                                .text(
                                        "currency",
                                        payment.amount().getCurrencyUnit().getCode())
                                .bigint("amount", payment.amount().getAmountMinorLong())
                                .instant("at", payment.madeAt()))
                == 1;
    }

    @Override
    public Optional<Payment> find(FirmId firm, AttemptId key) {
        return statements.row(
                """
                select invoice_id, card, currency, amount_minor, made_at
                from simulated_payment
                where firm_id = :firm and key = :key and card is not null
                """,
                Parameters.of(firm).id("key", key),
                row -> new Payment(
                        key,
                        new InvoiceId(row.uuid("invoice_id")),
                        row.text("card"),
                        row.money("amount_minor", row.currency("currency")),
                        row.instant("made_at")));
    }

    @Override
    public int earlier(FirmId firm, Payment payment) {
        return statements
                .row(
                        """
                        select count(*)::int4 as earlier
                        from simulated_payment
                        where firm_id = :firm and invoice_id = :invoice and key < :key
                        """,
                        Parameters.of(firm).id("invoice", payment.invoice()).id("key", payment.key()),
                        row -> row.integer("earlier"))
                .orElse(0);
    }

    @Override
    public int called(FirmId firm, AttemptId key) {
        return statements
                .row("""
                    insert into simulated_payment (firm_id, key, calls)
                    values (:firm, :key, 1)
                    on conflict (firm_id, key) do update
                    set calls = simulated_payment.calls + 1
                    returning calls
                    """, Parameters.of(firm).id("key", key), row -> row.integer("calls"))
                .orElseThrow();
    }
}
