package feewright.jdbc.payment;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.payment.PaymentMethodId;
import feewright.payment.PaymentMethods;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class JdbcPaymentMethods implements PaymentMethods {

    /** To be gone on with by which: a condition that may be no condition at all would have kept plans read all of the firm. */
    private static final String METHODS = """
        select
            m.method_id, m.client_id, m.processor, m.customer, m.reference, m.kind, m.brand, m.last_four, m.expires,
            m.mandate, m.added_by, m.added_at
        from payment_method m
        where m.firm_id = :firm
        """;

    private static final String NOT_REMOVED = """
            and not exists (
                select 1
                from payment_method_removal r
                where r.firm_id = :firm and r.method_id = m.method_id)
        """;

    private final Statements statements;

    public JdbcPaymentMethods(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(PaymentMethod method) {
        YearMonth expires = method.shown().expires();
        statements.change(
                """
                insert into payment_method (
                    firm_id, method_id, client_id, processor, customer, reference, kind, brand, last_four, expires, mandate,
                    added_by, added_at)
                values (
                    :firm, :method, :client, :processor, :customer, :reference, :kind, :brand, :last_four, :expires,
                    :mandate, :by, :at)
                """,
                Parameters.of(method.of().firm())
                        .id("method", method.id())
                        .id("client", method.of().client())
                        .text("processor", method.reference().processor())
                        .text("customer", method.reference().customer())
                        .text("reference", method.reference().method())
                        .text("kind", method.shown().kind())
                        .text("brand", method.shown().brand())
                        .text("last_four", method.shown().lastFour())
                        .date("expires", expires == null ? null : expires.atEndOfMonth())
                        .text("mandate", method.shown().mandate())
                        .id("by", method.added().by())
                        .instant("at", method.added().at()));
    }

    @Override
    public Optional<PaymentMethod> find(FirmId firm, PaymentMethodId method) {
        return statements.row(
                METHODS + """
                        and m.method_id = :method
                    """ + NOT_REMOVED, Parameters.of(firm).id("method", method), row -> method(firm, row));
    }

    @Override
    public Optional<PaymentMethod> ever(FirmId firm, PaymentMethodId method) {
        return statements.row(METHODS + """
                and m.method_id = :method
            """, Parameters.of(firm).id("method", method), row -> method(firm, row));
    }

    @Override
    public List<PaymentMethod> of(FirmId firm, ClientId client) {
        return statements.rows(
                METHODS + """
                        and m.client_id = :client
                    """ + NOT_REMOVED + """
                    order by m.method_id desc
                    """, Parameters.of(firm).id("client", client), row -> method(firm, row));
    }

    @Override
    public void remove(FirmId firm, PaymentMethodId method, Instant at) {
        statements.change("""
            insert into payment_method_removal (firm_id, method_id, removed_at)
            values (:firm, :method, :at)
            on conflict do nothing
            """, Parameters.of(firm).id("method", method).instant("at", at));
    }

    @Override
    public void set(FirmId firm, Autopay setting) {
        statements.change(
                """
                insert into autopay_setting (firm_id, client_id, number, enabled, method_id, set_by, set_at)
                select
                    :firm, :client,
                    1 + coalesce((
                        select max(number)
                        from autopay_setting
                        where firm_id = :firm and client_id = :client), 0),
                    :on, :method, :by, :at
                """,
                Parameters.of(firm)
                        .id("client", setting.client())
                        .flag("on", setting.on())
                        .id("method", setting.method())
                        .id("by", setting.by())
                        .instant("at", setting.at()));
    }

    @Override
    public List<Autopay> autopay(FirmId firm, Collection<ClientId> clients) {
        return statements.rows(
                """
                select s.client_id, s.enabled, s.method_id, s.set_by, s.set_at
                from unnest(:clients::uuid[]) as c (client_id)
                cross join lateral (
                    select client_id, enabled, method_id, set_by, set_at
                    from autopay_setting
                    where firm_id = :firm and client_id = c.client_id
                    order by number desc
                    limit 1
                ) s
                """,
                Parameters.of(firm)
                        .uuids("clients", clients.stream().map(ClientId::value).toList()),
                JdbcPaymentMethods::setting);
    }

    @Override
    public List<String> customers(FirmId firm, ClientId client, String processor) {
        return statements.rows(
                """
                select customer
                from payment_method
                where firm_id = :firm and client_id = :client and processor = :processor
                order by method_id desc
                """,
                Parameters.of(firm).id("client", client).text("processor", processor),
                row -> row.text("customer"));
    }

    private static PaymentMethod method(FirmId firm, Row row) throws SQLException {
        LocalDate expires = row.maybeDate("expires");
        return new PaymentMethod(
                new PaymentMethodId(row.uuid("method_id")),
                new PaymentMethod.Parties(firm, new ClientId(row.uuid("client_id"))),
                new PaymentMethod.Reference(row.text("processor"), row.text("customer"), row.text("reference")),
                new PaymentMethod.Display(
                        row.text("kind"),
                        row.maybeText("brand"),
                        row.maybeText("last_four"),
                        expires == null ? null : YearMonth.from(expires),
                        row.maybeText("mandate")),
                new PaymentMethod.Created(new PersonId(row.uuid("added_by")), row.instant("added_at")));
    }

    private static Autopay setting(Row row) throws SQLException {
        UUID method = row.maybeUuid("method_id");
        return new Autopay(
                new ClientId(row.uuid("client_id")),
                row.flag("enabled"),
                method == null ? null : new PaymentMethodId(method),
                new PersonId(row.uuid("set_by")),
                row.instant("set_at"));
    }
}
