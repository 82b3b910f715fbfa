package feewright.jdbc.dispute;

import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.dispute.DisputeSummary;
import feewright.dispute.Disputes;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntryId;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class JdbcDisputes implements Disputes {

    private final Statements statements;

    public JdbcDisputes(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void open(Dispute dispute) {
        DisputeSummary course = dispute.course();
        statements.changes(
                """
                insert into dispute (
                    firm_id, dispute_id, processor, reference, payment_id, invoice_id, client_id, currency, recorded_at)
                select :firm, :dispute, :processor, :reference, e.entry_id, :invoice, :client, e.currency, :at
                from journal_entry e
                where e.firm_id = :firm and e.entry_id = :payment;
                insert into dispute_summary (
                    firm_id, dispute_id, payment_id, invoice_id, client_id, open, claimed_currency, claimed_minor, currency,
                    withdrawn_minor, fees_minor, charged_back_minor)
                values (
                    :firm, :dispute, :payment, :invoice, :client, false, :claimed_currency, :claimed, :claimed_currency, 0, 0, 0)
                """,
                Parameters.of(dispute.of().firm())
                        .id("dispute", dispute.id())
                        .text("processor", dispute.reference().processor())
                        .text("reference", dispute.reference().name())
                        .id("payment", dispute.of().payment())
                        .id("invoice", dispute.of().invoice())
                        .id("client", dispute.of().client())
                        .text(
                                "claimed_currency",
                                course.claimed().getCurrencyUnit().getCode())
                        .bigint("claimed", course.claimed().getAmountMinorLong())
                        .instant("at", dispute.recordedAt()));
    }

    @Override
    public void tell(Dispute dispute, DisputeEvent event) {
        FirmId firm = dispute.of().firm();
        DisputeEvent.Details told = event.told();
        statements.changes(
                """
                insert into dispute_event (
                    firm_id, dispute_id, number, name, kind, status, currency, claimed_minor, reason, respond_by, happened_at,
                    received_at)
                values (
                    :firm, :dispute, :number, :name, :kind, :status, :currency, :claimed, :reason, :respond_by, :happened,
                    :received);
                insert into dispute_movement (firm_id, dispute_id, number, reference, currency, amount_minor, fee_minor)
                select :firm, :dispute, :number, reference, currency, amount_minor, fee_minor
                from unnest(:references::text[], :currencies::text[], :amounts::int8[], :fees::int8[])
                    as t (reference, currency, amount_minor, fee_minor)
                """,
                Parameters.of(firm)
                        .id("dispute", dispute.id())
                        .integer("number", event.number())
                        .text("name", event.name())
                        .text("kind", event.kind().code())
                        .text("status", told.status().code())
                        .text("currency", told.claimed().getCurrencyUnit().getCode())
                        .bigint("claimed", told.claimed().getAmountMinorLong())
                        .text("reason", told.reason())
                        .instant("respond_by", told.respondBy())
                        .instant("happened", told.happenedAt())
                        .instant("received", event.receivedAt())
                        .rows(told.movements())
                        .text("references", DisputeMovement::reference)
                        .text(
                                "currencies",
                                movement -> movement.amount().getCurrencyUnit().getCode())
                        .bigint("amounts", movement -> movement.amount().getAmountMinorLong())
                        .bigint("fees", movement -> movement.fee().getAmountMinorLong())
                        .parameters());
    }

    @Override
    public void stand(Dispute dispute, int event, DisputeEvent.Judgement standing) {
        statements.change(
                """
                insert into dispute_event_judgement (
                    firm_id, dispute_id, number, standing_no, applied, decision_id, judged_at)
                values (:firm, :dispute, :number, :standing, :applied, :decision, :at)
                """,
                Parameters.of(dispute.of().firm())
                        .id("dispute", dispute.id())
                        .integer("number", event)
                        .integer("standing", standing.number())
                        .flag("applied", standing.applied())
                        .id("decision", standing.decision())
                        .instant("at", standing.at()));
    }

    @Override
    public void move(Dispute dispute) {
        DisputeSummary course = dispute.course();
        DisputeState state = course.state();
        statements.change(
                """
                update dispute_summary
                set state = :state, open = :open, claimed_currency = :claimed_currency, claimed_minor = :claimed,
                    reason = :reason, respond_by = :respond_by, currency = :currency, withdrawn_minor = :withdrawn,
                    fees_minor = :fees, charged_back_minor = :charged_back
                where firm_id = :firm and dispute_id = :dispute
                """,
                Parameters.of(dispute.of().firm())
                        .id("dispute", dispute.id())
                        .text("state", state == null ? null : state.code())
                        .flag("open", course.isOpen())
                        .text(
                                "claimed_currency",
                                course.claimed().getCurrencyUnit().getCode())
                        .bigint("claimed", course.claimed().getAmountMinorLong())
                        .text("reason", course.reason())
                        .instant("respond_by", course.respondBy())
                        .text("currency", course.currency().getCode())
                        .bigint("withdrawn", course.withdrawn().getAmountMinorLong())
                        .bigint("fees", course.fees().getAmountMinorLong())
                        .bigint("charged_back", course.chargedBack().getAmountMinorLong()));
    }

    @Override
    public Optional<Dispute> find(FirmId firm, DisputeId dispute) {
        return some(firm, List.of(dispute.value())).stream().findFirst();
    }

    @Override
    public Optional<Dispute> find(FirmId firm, Dispute.Reference reference) {
        return some(
                        firm,
                        statements.rows(
                                """
                                select dispute_id
                                from dispute
                                where firm_id = :firm and processor = :processor and reference = :reference
                                """,
                                Parameters.of(firm)
                                        .text("processor", reference.processor())
                                        .text("reference", reference.name()),
                                row -> row.uuid("dispute_id")))
                .stream()
                .findFirst();
    }

    @Override
    public List<Dispute> of(FirmId firm, JournalEntryId payment) {
        return some(
                firm, statements.rows("""
                    select dispute_id
                    from dispute
                    where firm_id = :firm and payment_id = :payment
                    order by dispute_id
                    """, Parameters.of(firm).id("payment", payment), row -> row.uuid("dispute_id")));
    }

    @Override
    public List<Dispute> page(FirmId firm, DisputeFilter filter, int limit) {
        DisputeState state = filter.state();
        return some(
                firm,
                statements.rows(
                        """
                        select c.dispute_id
                        from dispute_summary c
                        where c.firm_id = :firm
                            and (:after::uuid is null
                                or (coalesce(c.respond_by, 'infinity'), c.dispute_id) > (
                                    select coalesce(a.respond_by, 'infinity'), a.dispute_id
                                    from dispute_summary a
                                    where a.firm_id = :firm and a.dispute_id = :after))
                            and (:client::uuid is null or c.client_id = :client)
                            and (:invoice::uuid is null or c.invoice_id = :invoice)
                            and (:state::text is null or c.state = :state)
                            and (:open::bool is null or c.open = :open)
                        order by c.respond_by, c.dispute_id
                        limit :limit
                        """,
                        Parameters.of(firm)
                                .id("after", filter.after())
                                .id("client", filter.client())
                                .id("invoice", filter.invoice())
                                .text("state", state == null ? null : state.code())
                                .flag("open", filter.open())
                                .integer("limit", limit),
                        row -> row.uuid("dispute_id")));
    }

    private List<Dispute> some(FirmId firm, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : DisputeRows.read(statements, firm, ids);
    }
}
