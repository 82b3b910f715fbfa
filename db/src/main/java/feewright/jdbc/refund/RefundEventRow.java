package feewright.jdbc.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.refund.Refund;
import feewright.refund.RefundEvent;
import feewright.refund.RefundId;
import feewright.refund.RefundState;
import feewright.refund.RefundUpdate;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code refund_event}, with the refund that it is of. */
final class RefundEventRow {

    private RefundEventRow() {}

    static void insert(Statements statements, Refund refund, RefundEvent event) {
        AttemptEvent.Effect effect = event.effect();
        statements.change(
                """
                insert into refund_event (
                    firm_id, refund_id, number, state, reference, code, source, source_id, applied, entry_id, decision_id,
                    happened_at)
                values (
                    :firm, :refund, :number, :state, :reference, :code, :source, :source_id, :applied, :entry, :decision,
                    :at)
                """,
                Parameters.of(refund.of().firm())
                        .id("refund", refund.id())
                        .integer("number", event.number())
                        .text("state", event.report().state().code())
                        .text("reference", event.report().reference())
                        .text("code", code(event.report()))
                        .text("source", event.source().kind().code())
                        .text("source_id", event.source().id())
                        .flag("applied", effect.applied())
                        .id("entry", effect.entry())
                        .id("decision", effect.decision())
                        .instant("at", event.at()));
        String reference = event.report().reference();
        if (reference != null) {
            claim(statements, refund, reference);
        }
    }

    private static void claim(Statements statements, Refund refund, String reference) {
        Parameters parameters =
                Parameters.of(refund.of().firm()).text("reference", reference).id("refund", refund.id());
        int claimed = statements.change("""
            insert into refund_reference (firm_id, reference, refund_id)
            values (:firm, :reference, :refund)
            on conflict do nothing
            """, parameters);
        boolean isOurs = claimed == 1
                || statements.row("""
                    select refund_id
                    from refund_reference
                    where firm_id = :firm and reference = :reference and refund_id = :refund
                    """, parameters, row -> row.uuid("refund_id")).isPresent();
        if (!isOurs) {
            throw new ConcurrentChange("other_refund");
        }
    }

    private static @Nullable String code(RefundUpdate report) {
        return switch (report) {
            case RefundUpdate.Unanswered(String code) -> code;
            case RefundUpdate.Failed(String _, String code) -> code;
            default -> null;
        };
    }

    /** Rows as {@link JdbcRefunds} selects them, one for each event. */
    static List<Refund> refunds(List<Refund> rows) {
        Map<RefundId, Refund> found = new LinkedHashMap<>();
        rows.forEach(row -> found.merge(row.id(), row, RefundEventRow::joined));
        return List.copyOf(found.values());
    }

    private static Refund joined(Refund earlier, Refund later) {
        List<RefundEvent> events = new ArrayList<>(earlier.events());
        events.addAll(later.events());
        return new Refund(earlier.id(), earlier.of(), earlier.amount(), earlier.made(), events);
    }

    static Refund read(FirmId firm, Row row) throws SQLException {
        UUID entry = row.maybeUuid("entry_id");
        RefundEvent event = new RefundEvent(
                row.integer("number"),
                report(row),
                new AttemptEvent.Source(row.constant(AttemptEvent.Kind.class, "source"), row.maybeText("source_id")),
                row.instant("happened_at"),
                new AttemptEvent.Effect(
                        row.flag("applied"),
                        entry == null ? null : new JournalEntryId(entry),
                        new DecisionId(row.uuid("decision_id"))));
        return new Refund(
                new RefundId(row.uuid("refund_id")),
                new Refund.Subject(
                        firm,
                        new ClientId(row.uuid("client_id")),
                        new InvoiceId(row.uuid("invoice_id")),
                        new AttemptId(row.uuid("attempt_id")),
                        new JournalEntryId(row.uuid("payment_id"))),
                row.money("amount_minor", row.currency("currency")),
                new Refund.Created(new PersonId(row.uuid("made_by")), row.instant("made_at"), row.flag("elsewhere")),
                List.of(event));
    }

    private static RefundUpdate report(Row row) throws SQLException {
        return switch (row.constant(RefundState.class, "state")) {
            case REQUESTED -> new RefundUpdate.Requested();
            case UNKNOWN -> new RefundUpdate.Unanswered(row.text("code"));
            case PENDING -> new RefundUpdate.Pending(row.text("reference"));
            case ACTION_REQUIRED -> new RefundUpdate.ActionRequired(row.text("reference"));
            case SUCCEEDED -> new RefundUpdate.Succeeded(row.text("reference"));
            case FAILED -> new RefundUpdate.Failed(row.maybeText("reference"), row.text("code"));
            case CANCELLED -> new RefundUpdate.Cancelled(row.text("reference"));
        };
    }
}
