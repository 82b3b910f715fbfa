package feewright.jdbc.attempt;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptState;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethodId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

public final class JdbcAttempts implements Attempts {

    /** Attempts with their events, a row for each event. */
    private static final String ATTEMPTS = """
        select
            a.attempt_id, a.invoice_id, a.client_id, a.method_id, a.number as attempt_no, a.cause, a.currency, a.amount_minor, a.rest_minor,
            a.made_by, a.made_at, e.number, e.kind, e.reference, e.amount_minor as told_minor, e.currency as told_currency, e.category, e.hard, e.code,
            e.advice, e.source, e.source_id, e.applied, e.entry_id, e.decision_id, e.happened_at
        from payment_attempt a
        join payment_attempt_event e on e.firm_id = :firm and e.attempt_id = a.attempt_id
        where a.firm_id = :firm
        """;

    private final Statements statements;

    public JdbcAttempts(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(FirmId firm, List<PaymentAttempt> attempts) {
        statements.change(
                """
                insert into payment_attempt (
                    firm_id, attempt_id, invoice_id, client_id, method_id, number, cause, currency, amount_minor, rest_minor,
                    made_by, made_at)
                select
                    :firm, attempt_id, invoice_id, client_id, method_id, number, cause, currency, amount_minor, rest_minor,
                    made_by, made_at
                from unnest(
                    :attempts::uuid[], :invoices::uuid[], :clients::uuid[], :methods::uuid[], :numbers::int4[],
                    :causes::text[], :currencies::text[], :amounts::int8[], :rests::int8[], :people::uuid[],
                    :instants::timestamptz[])
                    as t (
                        attempt_id, invoice_id, client_id, method_id, number, cause, currency, amount_minor, rest_minor,
                        made_by, made_at)
                """,
                Parameters.of(firm)
                        .rows(attempts)
                        .uuid("attempts", attempt -> attempt.id().value())
                        .uuid("invoices", attempt -> attempt.of().invoice().value())
                        .uuid("clients", attempt -> attempt.of().client().value())
                        .uuid("methods", attempt -> attempt.method().value())
                        .integer("numbers", attempt -> attempt.made().number())
                        .text("causes", attempt -> attempt.made().cause().code())
                        .text(
                                "currencies",
                                attempt -> attempt.amount().getCurrencyUnit().getCode())
                        .bigint("amounts", attempt -> attempt.amount().getAmountMinorLong())
                        .bigint("rests", attempt -> attempt.asked().rest().getAmountMinorLong())
                        .uuid("people", attempt -> attempt.made().by().value())
                        .instant("instants", attempt -> attempt.made().at())
                        .parameters());
        statements.change(
                """
                insert into live_payment_attempt (firm_id, invoice_id, attempt_id)
                select :firm, invoice_id, attempt_id
                from unnest(:invoices::uuid[], :attempts::uuid[]) as t (invoice_id, attempt_id)
                """,
                Parameters.of(firm)
                        .rows(attempts)
                        .uuid("invoices", attempt -> attempt.of().invoice().value())
                        .uuid("attempts", attempt -> attempt.id().value())
                        .parameters());
        AttemptEventRow.insert(
                statements,
                firm,
                attempts.stream()
                        .flatMap(attempt -> attempt.events().stream().map(event -> new AttemptEventRow(attempt, event)))
                        .toList());
    }

    @Override
    public void tell(PaymentAttempt attempt, AttemptEvent event) {
        FirmId firm = attempt.of().firm();
        AttemptEventRow.insert(statements, firm, List.of(new AttemptEventRow(attempt, event)));
        if (!attempt.with(event).isLive()) {
            statements.change("""
                delete from live_payment_attempt
                where firm_id = :firm and attempt_id = :attempt
                """, Parameters.of(firm).id("attempt", attempt.id()));
        }
    }

    @Override
    public List<PaymentAttempt> of(FirmId firm, Collection<InvoiceId> invoices) {
        return AttemptEventRow.attempts(statements.rows(
                ATTEMPTS + """
                        and a.invoice_id = any(:invoices)
                    order by a.invoice_id, a.number, e.number
                    """,
                Parameters.of(firm)
                        .uuids(
                                "invoices",
                                invoices.stream().map(InvoiceId::value).toList()),
                row -> AttemptEventRow.read(firm, row)));
    }

    @Override
    public Optional<PaymentAttempt> find(FirmId firm, AttemptId attempt) {
        return AttemptEventRow.attempts(statements.rows(
                        ATTEMPTS + """
                                and a.attempt_id = :attempt
                            order by e.number
                            """,
                        Parameters.of(firm).id("attempt", attempt),
                        row -> AttemptEventRow.read(firm, row)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<PaymentAttempt> ofPayment(FirmId firm, JournalEntryId payment) {
        return AttemptEventRow.attempts(statements.rows(
                        ATTEMPTS + """
                                and a.attempt_id = (
                                    select p.attempt_id
                                    from payment_attempt_event p
                                    where p.firm_id = :firm and p.entry_id = :payment and p.kind = 'succeeded')
                            order by e.number
                            """,
                        Parameters.of(firm).id("payment", payment),
                        row -> AttemptEventRow.read(firm, row)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<PaymentAttempt> ofReference(FirmId firm, String reference) {
        return AttemptEventRow.attempts(statements.rows(
                        ATTEMPTS + """
                                and a.attempt_id = (
                                    select p.attempt_id
                                    from payment_attempt_event p
                                    where p.firm_id = :firm and p.reference = :reference and p.kind = 'succeeded'
                                        and p.entry_id is not null
                                    order by p.attempt_id
                                    limit 1)
                            order by e.number
                            """,
                        Parameters.of(firm).text("reference", reference),
                        row -> AttemptEventRow.read(firm, row)))
                .stream()
                .findFirst();
    }

    @Override
    public List<PaymentAttempt> page(FirmId firm, AttemptFilter filter, int limit) {
        AttemptState state = filter.state();
        return AttemptEventRow.attempts(statements.rows(
                ATTEMPTS + """
                        and a.attempt_id in (
                            select p.attempt_id
                            from payment_attempt p
                            where p.firm_id = :firm and p.attempt_id < :before
                                and (:client::uuid is null or p.client_id = :client)
                                and (:invoice::uuid is null or p.invoice_id = :invoice)
                                and (cardinality(:kinds::text[]) = 0 or (
                                    select s.kind
                                    from payment_attempt_event s
                                    where s.firm_id = :firm and s.attempt_id = p.attempt_id and s.applied
                                    order by s.number desc
                                    limit 1) = any(:kinds))
                                and (not :live or exists (
                                    select 1
                                    from live_payment_attempt l
                                    where l.firm_id = :firm and l.attempt_id = p.attempt_id))
                            order by p.attempt_id desc
                            limit :limit)
                    order by a.attempt_id desc, e.number
                    """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .id("client", filter.client())
                        .id("invoice", filter.invoice())
                        .texts("kinds", state == null ? List.of() : AttemptEventRow.kinds(state))
                        .flag("live", state != null && state.isLive())
                        .integer("limit", limit),
                row -> AttemptEventRow.read(firm, row)));
    }

    @Override
    public int countSince(FirmId firm, PaymentMethodId method, Instant since) {
        return statements
                .row("""
                    select count(*)::int4 as made
                    from payment_attempt
                    where firm_id = :firm and method_id = :method and made_at >= :since
                    """, Parameters.of(firm).id("method", method).instant("since", since), row -> row.integer("made"))
                .orElse(0);
    }
}
