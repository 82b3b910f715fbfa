package feewright.jdbc.firm;

import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcClients implements Clients {

    private final Statements statements;

    public JdbcClients(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Client client) {
        statements.change(
                """
                insert into client (firm_id, client_id, registered_at)
                values (:firm, :client, :registered_at)
                """,
                Parameters.of(client.firm())
                        .uuid("client", client.id().value())
                        .instant("registered_at", client.registeredAt()));
    }

    @Override
    public Optional<Client> find(FirmId firm, ClientId client) {
        return statements.row("""
            select client_id, registered_at
            from client
            where firm_id = :firm and client_id = :client
            """, Parameters.of(firm).uuid("client", client.value()), row -> client(firm, row));
    }

    @Override
    public List<Client> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select client_id, registered_at
                from client
                where firm_id = :firm and client_id < :before
                order by client_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> client(firm, row));
    }

    @Override
    public void add(Project project) {
        statements.change(
                """
                insert into project (firm_id, project_id, client_id)
                values (:firm, :project, :client)
                """,
                Parameters.of(project.firm())
                        .uuid("project", project.id().value())
                        .uuid("client", project.client().value()));
    }

    @Override
    public Optional<Project> find(FirmId firm, ProjectId project) {
        return statements.row("""
            select project_id, client_id
            from project
            where firm_id = :firm and project_id = :project
            """, Parameters.of(firm).uuid("project", project.value()), row -> project(firm, row));
    }

    @Override
    public List<Project> projectsOf(FirmId firm, ClientId client) {
        return statements.rows("""
            select project_id, client_id
            from project
            where firm_id = :firm and client_id = :client
            order by project_id
            """, Parameters.of(firm).uuid("client", client.value()), row -> project(firm, row));
    }

    @Override
    public List<Client> named(FirmId firm, CustomerText name) {
        return statements.rows("""
            select c.client_id, c.registered_at
            from customer_text n
            join client c on c.firm_id = :firm and c.client_id = n.subject_id
            where n.firm_id = :firm and n.field = 'name' and lower(n.body) = lower(:name)
            order by c.client_id
            """, Parameters.of(firm).text("name", name.text()), row -> client(firm, row));
    }

    private static Client client(FirmId firm, Row row) throws SQLException {
        return new Client(firm, new ClientId(row.uuid("client_id")), row.instant("registered_at"));
    }

    private static Project project(FirmId firm, Row row) throws SQLException {
        return new Project(firm, new ProjectId(row.uuid("project_id")), new ClientId(row.uuid("client_id")));
    }
}
