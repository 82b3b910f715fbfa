package feewright.jdbc.attempt;

import feewright.attempt.AttemptId;
import feewright.attempt.CollectionCursor;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.CollectionCursors;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcCollectionCursors implements CollectionCursors {

    private final Statements statements;

    public JdbcCollectionCursors(Statements statements) {
        this.statements = statements;
    }

    /** A cursor as its columns have it. */
    private record Columns(
            CollectionCursor cursor,
            String step,
            @Nullable Cause cause,
            @Nullable UUID attempt,
            @Nullable StopReason why) {

        @Nullable
        Instant due() {
            return cursor.next().at();
        }

        static Columns of(CollectionCursor cursor) {
            return switch (cursor.next()) {
                case NextStep.Attempt(Instant _, Cause cause) -> new Columns(cursor, "attempt", cause, null, null);
                case NextStep.LookUp(Instant _, AttemptId attempt) ->
                    new Columns(cursor, "resolve", null, attempt.value(), null);
                case NextStep.None(StopReason why) -> new Columns(cursor, "nothing", null, null, why);
            };
        }
    }

    @Override
    public void open(FirmId firm, List<CollectionCursor> collections) {
        statements.change("""
            insert into collection_cursor (firm_id, invoice_id, client_id, step, due_at, cause, attempt_id, why)
            select :firm, invoice_id, client_id, step, due_at, cause, attempt_id, why
            from unnest(
                :invoices::uuid[], :clients::uuid[], :steps::text[], :dues::timestamptz[], :causes::text[],
                :attempts::uuid[], :whys::text[])
                as t (invoice_id, client_id, step, due_at, cause, attempt_id, why)
            on conflict do nothing
            """, columns(firm, collections));
    }

    @Override
    public List<CollectionCursor> lockDue(FirmId firm, Instant now, int limit) {
        return statements.rows(
                """
                select invoice_id, client_id, step, due_at, cause, attempt_id, why
                from collection_cursor
                where firm_id = :firm and due_at <= :now
                order by due_at
                limit :limit
                for update skip locked
                """, Parameters.of(firm).instant("now", now).integer("limit", limit), JdbcCollectionCursors::cursor);
    }

    @Override
    public Optional<CollectionCursor> lock(FirmId firm, InvoiceId invoice) {
        return statements.row("""
            select invoice_id, client_id, step, due_at, cause, attempt_id, why
            from collection_cursor
            where firm_id = :firm and invoice_id = :invoice
            for update
            """, Parameters.of(firm).id("invoice", invoice), JdbcCollectionCursors::cursor);
    }

    @Override
    public void move(FirmId firm, List<CollectionCursor> collections) {
        statements.changeEach(
                """
                update collection_cursor
                set step = :step, due_at = :due, cause = :cause, attempt_id = :attempt, why = :why
                where firm_id = :firm and invoice_id = :invoice
                """,
                collections.stream()
                        .map(Columns::of)
                        .map(row -> Parameters.of(firm)
                                .id("invoice", row.cursor().invoice())
                                .text("step", row.step())
                                .instant("due", row.due())
                                .text(
                                        "cause",
                                        row.cause() == null ? null : row.cause().code())
                                .uuid("attempt", row.attempt())
                                .text(
                                        "why",
                                        row.why() == null ? null : row.why().code()))
                        .toList());
    }

    @Override
    public Optional<CollectionCursor> find(FirmId firm, InvoiceId invoice) {
        return statements.row("""
            select invoice_id, client_id, step, due_at, cause, attempt_id, why
            from collection_cursor
            where firm_id = :firm and invoice_id = :invoice
            """, Parameters.of(firm).id("invoice", invoice), JdbcCollectionCursors::cursor);
    }

    private static Parameters columns(FirmId firm, List<CollectionCursor> collections) {
        return Parameters.of(firm)
                .rows(collections.stream().map(Columns::of).toList())
                .uuid("invoices", row -> row.cursor().invoice().value())
                .uuid("clients", row -> row.cursor().client().value())
                .text("steps", Columns::step)
                .instant("dues", Columns::due)
                .text("causes", row -> row.cause() == null ? null : row.cause().code())
                .uuid("attempts", Columns::attempt)
                .text("whys", row -> row.why() == null ? null : row.why().code())
                .parameters();
    }

    private static CollectionCursor cursor(Row row) throws SQLException {
        return new CollectionCursor(
                new InvoiceId(row.uuid("invoice_id")), new ClientId(row.uuid("client_id")), next(row));
    }

    private static NextStep next(Row row) throws SQLException {
        return switch (row.text("step")) {
            case "attempt" -> new NextStep.Attempt(row.instant("due_at"), row.constant(Cause.class, "cause"));
            case "resolve" -> new NextStep.LookUp(row.instant("due_at"), new AttemptId(row.uuid("attempt_id")));
            default -> new NextStep.None(row.constant(StopReason.class, "why"));
        };
    }
}
