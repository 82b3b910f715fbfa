package feewright.jdbc.firm;

import feewright.firm.BillingRole;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcPeople implements People {

    private final Statements statements;

    public JdbcPeople(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Person person) {
        BillingRole role = person.role();
        statements.change(
                """
                insert into person (firm_id, person_id, role, registered_at)
                values (:firm, :person, :role, :registered_at)
                """,
                Parameters.of(person.firm())
                        .uuid("person", person.id().value())
                        .text("role", role == null ? null : role.code())
                        .instant("registered_at", person.registeredAt()));
    }

    @Override
    public Optional<Person> find(FirmId firm, PersonId person) {
        return statements.row("""
            select person_id, role, registered_at
            from person
            where firm_id = :firm and person_id = :person
            """, Parameters.of(firm).uuid("person", person.value()), row -> person(firm, row));
    }

    @Override
    public List<Person> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select person_id, role, registered_at
                from person
                where firm_id = :firm and person_id < :before
                order by person_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> person(firm, row));
    }

    @Override
    public List<Person> known(FirmId firm, CustomerText emailOrName) {
        return statements.rows("""
            with known as (
                select p.person_id, p.role, p.registered_at, k.field
                from customer_text k
                join person p on p.firm_id = :firm and p.person_id = k.subject_id
                where k.firm_id = :firm and k.field in ('email', 'name') and lower(k.body) = lower(:text)
            )
            select person_id, role, registered_at
            from known
            where field = 'email' or not exists (select from known where field = 'email')
            order by person_id
            """, Parameters.of(firm).text("text", emailOrName.text()), row -> person(firm, row));
    }

    private static Person person(FirmId firm, Row row) throws SQLException {
        return new Person(firm, new PersonId(row.uuid("person_id")), role(row, "role"), row.instant("registered_at"));
    }

    public static @Nullable BillingRole role(Row row, String column) throws SQLException {
        String code = row.maybeText(column);
        return code == null ? null : new BillingRole(code);
    }
}
