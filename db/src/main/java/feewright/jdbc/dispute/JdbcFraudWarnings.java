package feewright.jdbc.dispute;

import feewright.dispute.Dispute;
import feewright.dispute.FraudWarning;
import feewright.dispute.FraudWarningId;
import feewright.dispute.FraudWarnings;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public final class JdbcFraudWarnings implements FraudWarnings {

    private static final String WARNINGS = """
        select
            warning_id, processor, reference, payment_id, invoice_id, client_id, kind, actionable, happened_at, recorded_at,
            refund_proposed, decision_id
        from fraud_warning
        where firm_id = :firm
        """;

    private final Statements statements;

    public JdbcFraudWarnings(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(FraudWarning warning) {
        statements.change(
                """
                insert into fraud_warning (
                    firm_id, warning_id, processor, reference, payment_id, invoice_id, client_id, currency, kind, actionable,
                    happened_at, recorded_at, refund_proposed, decision_id)
                select
                    :firm, :warning, :processor, :reference, e.entry_id, :invoice, :client, e.currency, :kind, :actionable,
                    :happened, :recorded, :proposed, :decision
                from journal_entry e
                where e.firm_id = :firm and e.entry_id = :payment
                """,
                Parameters.of(warning.of().firm())
                        .id("warning", warning.id())
                        .text("processor", warning.reference().processor())
                        .text("reference", warning.reference().name())
                        .id("payment", warning.of().payment())
                        .id("invoice", warning.of().invoice())
                        .id("client", warning.of().client())
                        .text("kind", warning.told().kind())
                        .flag("actionable", warning.told().actionable())
                        .instant("happened", warning.told().happenedAt())
                        .instant("recorded", warning.recordedAt())
                        .flag("proposed", warning.proposal().refund())
                        .id("decision", warning.proposal().decision()));
    }

    @Override
    public Optional<FraudWarning> find(FirmId firm, Dispute.Reference reference) {
        return statements.row(
                WARNINGS + """
                        and processor = :processor and reference = :reference
                    """,
                Parameters.of(firm).text("processor", reference.processor()).text("reference", reference.name()),
                row -> warning(firm, row));
    }

    @Override
    public List<FraudWarning> page(FirmId firm, WarningFilter filter, int limit) {
        return statements.rows(
                WARNINGS + """
                        and warning_id < :before and (:client::uuid is null or client_id = :client)
                    order by warning_id desc
                    limit :limit
                    """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .id("client", filter.client())
                        .integer("limit", limit),
                row -> warning(firm, row));
    }

    private static FraudWarning warning(FirmId firm, Row row) throws SQLException {
        return new FraudWarning(
                new FraudWarningId(row.uuid("warning_id")),
                DisputeRows.of(firm, row),
                new Dispute.Reference(row.text("processor"), row.text("reference")),
                new FraudWarning.Details(row.text("kind"), row.flag("actionable"), row.instant("happened_at")),
                row.instant("recorded_at"),
                new FraudWarning.Proposal(row.flag("refund_proposed"), new DecisionId(row.uuid("decision_id"))));
    }
}
