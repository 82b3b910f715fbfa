package feewright.jdbc.refund;

import feewright.attempt.AttemptId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.refund.Refund;
import feewright.refund.RefundEvent;
import feewright.refund.RefundId;
import feewright.refund.RefundState;
import feewright.refund.Refunds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class JdbcRefunds implements Refunds {

    /** Refunds with their events, a row for each event. */
    private static final String REFUNDS = """
        select
            r.refund_id, r.client_id, r.invoice_id, r.attempt_id, r.payment_id, r.currency, r.amount_minor, r.elsewhere,
            r.made_by, r.made_at, e.number, e.state, e.reference, e.code, e.source, e.source_id, e.applied, e.entry_id,
            e.decision_id, e.happened_at
        from refund r
        join refund_event e on e.firm_id = :firm and e.refund_id = r.refund_id
        where r.firm_id = :firm
        """;

    private final Statements statements;

    public JdbcRefunds(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Refund refund) {
        statements.change(
                """
                insert into refund (
                    firm_id, refund_id, client_id, invoice_id, attempt_id, payment_id, currency, amount_minor, elsewhere,
                    made_by, made_at)
                values (
                    :firm, :refund, :client, :invoice, :attempt, :payment, :currency, :amount, :elsewhere, :person, :at)
                """,
                Parameters.of(refund.of().firm())
                        .id("refund", refund.id())
                        .id("client", refund.of().client())
                        .id("invoice", refund.of().invoice())
                        .id("attempt", refund.of().attempt())
                        .id("payment", refund.of().payment())
                        .text("currency", refund.amount().getCurrencyUnit().getCode())
                        .bigint("amount", refund.amount().getAmountMinorLong())
                        .flag("elsewhere", refund.made().elsewhere())
                        .id("person", refund.made().by())
                        .instant("at", refund.made().at()));
        refund.events().forEach(event -> tell(refund, event));
    }

    @Override
    public void tell(Refund refund, RefundEvent event) {
        RefundEventRow.insert(statements, refund, event);
    }

    @Override
    public List<Refund> some(FirmId firm, Collection<RefundId> refunds) {
        return RefundEventRow.refunds(statements.rows(
                REFUNDS + """
                        and r.refund_id = any(:refunds)
                    order by r.refund_id, e.number
                    """,
                Parameters.of(firm)
                        .uuids("refunds", refunds.stream().map(RefundId::value).toList()),
                row -> RefundEventRow.read(firm, row)));
    }

    @Override
    public Optional<Refund> ofReference(FirmId firm, String reference) {
        return RefundEventRow.refunds(statements.rows(
                        REFUNDS + """
                                and r.refund_id = (
                                    select c.refund_id
                                    from refund_reference c
                                    where c.firm_id = :firm and c.reference = :reference)
                            order by e.number
                            """,
                        Parameters.of(firm).text("reference", reference),
                        row -> RefundEventRow.read(firm, row)))
                .stream()
                .findFirst();
    }

    @Override
    public List<Refund> ofAttempt(FirmId firm, AttemptId attempt) {
        return RefundEventRow.refunds(statements.rows(
                REFUNDS + """
                        and r.attempt_id = :attempt
                    order by r.refund_id, e.number
                    """, Parameters.of(firm).id("attempt", attempt), row -> RefundEventRow.read(firm, row)));
    }

    @Override
    public List<Refund> page(FirmId firm, RefundFilter filter, int limit) {
        RefundState state = filter.state();
        List<UUID> found = statements.rows(
                """
                select r.refund_id
                from refund r
                where r.firm_id = :firm and r.refund_id < :before
                    and (:client::uuid is null or r.client_id = :client)
                    and (:invoice::uuid is null or r.invoice_id = :invoice)
                    and (:state::text is null or :state = coalesce((
                        select s.state
                        from refund_event s
                        where s.firm_id = :firm and s.refund_id = r.refund_id and s.applied
                        order by s.number desc
                        limit 1), 'requested'))
                order by r.refund_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .id("client", filter.client())
                        .id("invoice", filter.invoice())
                        .text("state", state == null ? null : state.code())
                        .integer("limit", limit),
                row -> row.uuid("refund_id"));
        return some(firm, found.stream().map(RefundId::new).toList()).reversed();
    }
}
