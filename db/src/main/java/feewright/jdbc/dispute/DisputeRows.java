package feewright.jdbc.dispute;

import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeEvent.Judgement;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.dispute.DisputeSummary;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** Disputes with everything that was told of them, put together from their tables. */
final class DisputeRows {

    /** An event of a dispute. */
    private record Place(UUID dispute, int number) {

        static Place of(Row row) throws SQLException {
            return new Place(row.uuid("dispute_id"), row.integer("number"));
        }
    }

    private final Map<Place, List<DisputeMovement>> movements = new HashMap<>();
    private final Map<Place, List<Judgement>> standings = new HashMap<>();
    private final Map<UUID, List<DisputeEvent>> events = new HashMap<>();
    private final Map<UUID, Dispute> disputes = new HashMap<>();

    private DisputeRows() {}

    /** In the order of the ids. */
    static List<Dispute> read(Statements statements, FirmId firm, Collection<UUID> ids) {
        DisputeRows rows = new DisputeRows();
        statements.results(
                """
                select dispute_id, number, reference, currency, amount_minor, fee_minor
                from dispute_movement
                where firm_id = :firm and dispute_id = any(:ids)
                order by dispute_id, number, reference;

                select dispute_id, number, standing_no, applied, decision_id, judged_at
                from dispute_event_judgement
                where firm_id = :firm and dispute_id = any(:ids)
                order by dispute_id, number, standing_no;

                select
                    dispute_id, number, name, kind, status, currency, claimed_minor, reason, respond_by, happened_at, received_at
                from dispute_event
                where firm_id = :firm and dispute_id = any(:ids)
                order by dispute_id, number;

                select
                    d.dispute_id, d.processor, d.reference, d.payment_id, d.invoice_id, d.client_id, d.recorded_at, c.state,
                    c.claimed_currency, c.claimed_minor, c.reason, c.respond_by, c.currency, c.withdrawn_minor, c.fees_minor
                from dispute d
                join dispute_summary c on c.firm_id = :firm and c.dispute_id = d.dispute_id
                where d.firm_id = :firm and d.dispute_id = any(:ids)
                """,
                Parameters.of(firm).uuids("ids", ids),
                List.of(rows::movement, rows::standing, rows::event, row -> rows.dispute(firm, row)));
        return ids.stream()
                .map(id -> rows.disputes.get(id))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean movement(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return movements
                .computeIfAbsent(Place.of(row), _ -> new ArrayList<>())
                .add(new DisputeMovement(
                        row.text("reference"), row.money("amount_minor", currency), row.money("fee_minor", currency)));
    }

    private boolean standing(Row row) throws SQLException {
        return standings
                .computeIfAbsent(Place.of(row), _ -> new ArrayList<>())
                .add(new Judgement(
                        row.integer("standing_no"),
                        row.flag("applied"),
                        new DecisionId(row.uuid("decision_id")),
                        row.instant("judged_at")));
    }

    private boolean event(Row row) throws SQLException {
        Place place = Place.of(row);
        return events.computeIfAbsent(place.dispute(), _ -> new ArrayList<>())
                .add(new DisputeEvent(
                        place.number(),
                        row.text("name"),
                        row.constant(DisputeEvent.Kind.class, "kind"),
                        new DisputeEvent.Details(
                                row.constant(DisputeState.class, "status"),
                                row.money("claimed_minor", row.currency("currency")),
                                row.maybeText("reason"),
                                row.maybeInstant("respond_by"),
                                row.instant("happened_at"),
                                movements.getOrDefault(place, List.of())),
                        row.instant("received_at"),
                        standings.getOrDefault(place, List.of())));
    }

    private boolean dispute(FirmId firm, Row row) throws SQLException {
        UUID id = row.uuid("dispute_id");
        disputes.put(
                id,
                new Dispute(
                        new DisputeId(id),
                        of(firm, row),
                        new Dispute.Reference(row.text("processor"), row.text("reference")),
                        row.instant("recorded_at"),
                        events.getOrDefault(id, List.of()),
                        course(row)));
        return true;
    }

    static Dispute.Subject of(FirmId firm, Row row) throws SQLException {
        return new Dispute.Subject(
                firm,
                new ClientId(row.uuid("client_id")),
                new InvoiceId(row.uuid("invoice_id")),
                new JournalEntryId(row.uuid("payment_id")));
    }

    private static DisputeSummary course(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new DisputeSummary(
                row.maybeText("state") == null ? null : row.constant(DisputeState.class, "state"),
                row.money("claimed_minor", row.currency("claimed_currency")),
                row.maybeText("reason"),
                row.maybeInstant("respond_by"),
                row.money("withdrawn_minor", currency),
                row.money("fees_minor", currency));
    }
}
