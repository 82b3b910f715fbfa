package feewright.api.firm;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.firm.Clients;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ways to group the time of a client. */
@RestController
@RequestMapping(path = "/v1/clients/{id}/projects", produces = "application/json")
record ProjectEndpoints(Transactions transactions, Clients clients, Names names, IdempotentWrites once, Ids ids) {

    record NewProject(@Nullable String name) {}

    record ProjectView(UUID id, UUID clientId, @Nullable String name) {}

    @ResponseDescriptions(status = 201, body = ProjectView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> add(
            Actor actor, HttpServletRequest request, @PathVariable UUID id, @RequestBody NewProject body) {
        Fields fields = new Fields();
        CustomerText name = fields.name(body.name(), "/name");
        fields.check();
        return once.run(actor, request, () -> {
            ClientId client = existing(actor, id);
            Project project = new Project(actor.firm(), new ProjectId(ids.next()), client);
            clients.add(project);
            names.write(actor, project.id(), name);
            return WriteResponse.created("/v1/clients/" + client + "/projects", view(project, name.text()));
        });
    }

    /** All of them: a client has few. */
    @GetMapping
    Page<ProjectView> list(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            List<Project> found = clients.projectsOf(actor.firm(), existing(actor, id));
            Names.Known known = names.of(actor, found, Project::id);
            return new Page<>(found, null).map(project -> view(project, known.name(project.id())));
        });
    }

    private ClientId existing(Actor actor, UUID id) {
        return ProblemException.unlessFound(
                        clients.find(actor.firm(), new ClientId(id)).orElse(null))
                .id();
    }

    private static ProjectView view(Project project, @Nullable String name) {
        return new ProjectView(project.id().value(), project.client().value(), name);
    }
}
