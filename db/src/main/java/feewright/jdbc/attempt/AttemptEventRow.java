package feewright.jdbc.attempt;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptState;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.PaymentFailure;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethodId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.Id;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment_attempt_event}, with the attempt that it is of. */
record AttemptEventRow(PaymentAttempt attempt, AttemptEvent event) {

    /** The kinds of the latest report that a state can follow from. */
    static List<String> kinds(AttemptState state) {
        return switch (state) {
            case INITIATED -> List.of("initiated", "not_sent");
            case UNKNOWN -> List.of("unknown", "not_there");
            case PROCESSING, ACTION_REQUIRED, SUCCEEDED, FAILED, CANCELLED -> List.of(state.code());
        };
    }

    static void insert(Statements statements, FirmId firm, List<AttemptEventRow> rows) {
        statements.change(
                """
                insert into payment_attempt_event (
                    firm_id, attempt_id, number, kind, reference, amount_minor, currency, category, hard, code, advice, source,
                    source_id, applied, entry_id, decision_id, happened_at)
                select
                    :firm, attempt_id, number, kind, reference, amount_minor, currency, category, hard, code, advice, source,
                    source_id, applied, entry_id, decision_id, happened_at
                from unnest(
                    :attempts::uuid[], :numbers::int4[], :kinds::text[], :references::text[], :amounts::int8[], :currencies::text[],
                    :categories::text[], :hards::bool[], :codes::text[], :advices::text[], :sources::text[],
                    :source_ids::text[], :applied::bool[], :entries::uuid[], :decisions::uuid[],
                    :instants::timestamptz[])
                    as t (
                        attempt_id, number, kind, reference, amount_minor, currency, category, hard, code, advice, source,
                        source_id, applied, entry_id, decision_id, happened_at)
                """,
                Parameters.of(firm)
                        .rows(rows)
                        .uuid("attempts", row -> row.attempt.id().value())
                        .integer("numbers", row -> row.event.number())
                        .text("kinds", row -> Told.of(row.event.report()).kind())
                        .text("references", row -> Told.of(row.event.report()).reference())
                        .bigint("amounts", row -> Told.of(row.event.report()).amountMinor())
                        .text("currencies", row -> Told.of(row.event.report()).currency())
                        .text("categories", row -> Told.of(row.event.report()).category())
                        .flag("hards", row -> Told.of(row.event.report()).hard())
                        .text("codes", row -> Told.of(row.event.report()).code())
                        .text("advices", row -> Told.of(row.event.report()).advice())
                        .text("sources", row -> row.event.source().kind().code())
                        .text("source_ids", row -> row.event.source().id())
                        .flag("applied", row -> row.event.effect().applied())
                        .uuid("entries", row -> value(row.event.effect().entry()))
                        .uuid("decisions", row -> value(row.event.effect().decision()))
                        .instant("instants", row -> row.event.at())
                        .parameters());
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** A report as its columns have it. */
    private record Told(
            String kind,
            @Nullable String reference,
            @Nullable Money amount,
            @Nullable PaymentFailure failure,
            @Nullable String code) {

        @Nullable
        Long amountMinor() {
            return amount == null ? null : amount.getAmountMinorLong();
        }

        @Nullable
        String currency() {
            return amount == null ? null : amount.getCurrencyUnit().getCode();
        }

        @Nullable
        String category() {
            return failure == null ? null : failure.category().code();
        }

        @Nullable
        Boolean hard() {
            return failure == null ? null : failure.hard();
        }

        @Nullable
        String advice() {
            PaymentFailure.Advice advice = failure == null ? null : failure.advice();
            return advice == null ? null : advice.code();
        }

        static Told of(AttemptUpdate report) {
            return switch (report) {
                case AttemptUpdate.Initiated _ -> new Told("initiated", null, null, null, null);
                case AttemptUpdate.NotSent(String code) -> new Told("not_sent", null, null, null, code);
                case AttemptUpdate.Processing(String reference) -> new Told("processing", reference, null, null, null);
                case AttemptUpdate.ActionRequired(String reference) ->
                    new Told("action_required", reference, null, null, null);
                case AttemptUpdate.Succeeded(String reference, var amount) ->
                    new Told("succeeded", reference, amount, null, null);
                case AttemptUpdate.Failed(String reference, PaymentFailure failure) ->
                    new Told("failed", reference, null, failure, failure.code());
                case AttemptUpdate.Unknown(String code) -> new Told("unknown", null, null, null, code);
                case AttemptUpdate.NotFound _ -> new Told("not_there", null, null, null, null);
                case AttemptUpdate.Cancelled(String reference) -> new Told("cancelled", reference, null, null, null);
            };
        }
    }

    static AttemptEventRow read(FirmId firm, Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        PaymentAttempt attempt = new PaymentAttempt(
                new AttemptId(row.uuid("attempt_id")),
                new PaymentAttempt.Subject(
                        firm, new ClientId(row.uuid("client_id")), new InvoiceId(row.uuid("invoice_id"))),
                new PaymentAttempt.Requested(row.money("amount_minor", currency), row.money("rest_minor", currency)),
                new PaymentMethodId(row.uuid("method_id")),
                new PaymentAttempt.Created(
                        row.integer("attempt_no"),
                        row.constant(PaymentAttempt.Cause.class, "cause"),
                        new PersonId(row.uuid("made_by")),
                        row.instant("made_at")),
                List.of());
        UUID entry = row.maybeUuid("entry_id");
        AttemptEvent event = new AttemptEvent(
                row.integer("number"),
                report(row),
                new AttemptEvent.Source(row.constant(AttemptEvent.Kind.class, "source"), row.maybeText("source_id")),
                row.instant("happened_at"),
                new AttemptEvent.Effect(
                        row.flag("applied"),
                        entry == null ? null : new JournalEntryId(entry),
                        new DecisionId(row.uuid("decision_id"))));
        return new AttemptEventRow(attempt, event);
    }

    private static AttemptUpdate report(Row row) throws SQLException {
        String reference = row.maybeText("reference");
        return switch (row.text("kind")) {
            case "initiated" -> new AttemptUpdate.Initiated();
            case "not_sent" -> new AttemptUpdate.NotSent(row.text("code"));
            case "processing" -> new AttemptUpdate.Processing(Objects.requireNonNull(reference));
            case "action_required" -> new AttemptUpdate.ActionRequired(Objects.requireNonNull(reference));
            case "succeeded" ->
                new AttemptUpdate.Succeeded(
                        Objects.requireNonNull(reference), row.money("told_minor", row.currency("told_currency")));
            case "failed" -> new AttemptUpdate.Failed(reference, failure(row));
            case "unknown" -> new AttemptUpdate.Unknown(row.text("code"));
            case "not_there" -> new AttemptUpdate.NotFound();
            default -> new AttemptUpdate.Cancelled(reference);
        };
    }

    private static PaymentFailure failure(Row row) throws SQLException {
        return new PaymentFailure(
                row.constant(PaymentFailure.Category.class, "category"),
                row.flag("hard"),
                row.text("code"),
                row.maybeText("advice") == null ? null : row.constant(PaymentFailure.Advice.class, "advice"));
    }

    /** Puts events to their attempts, in the order in which they come. */
    static List<PaymentAttempt> attempts(List<AttemptEventRow> rows) {
        Map<AttemptId, List<AttemptEventRow>> byAttempt = new LinkedHashMap<>();
        rows.forEach(row -> byAttempt
                .computeIfAbsent(row.attempt.id(), _ -> new ArrayList<>())
                .add(row));
        return byAttempt.values().stream()
                .map(of -> {
                    PaymentAttempt attempt = of.getFirst().attempt;
                    return new PaymentAttempt(
                            attempt.id(),
                            attempt.of(),
                            attempt.asked(),
                            attempt.method(),
                            attempt.made(),
                            of.stream().map(AttemptEventRow::event).toList());
                })
                .toList();
    }
}
