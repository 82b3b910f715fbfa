package feewright.api.firm;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who pays. */
@RestController
@RequestMapping(path = "/v1/clients", produces = "application/json")
record ClientEndpoints(
        Transactions transactions, Clients clients, Names names, IdempotentWrites once, Ids ids, FirmClock clock) {

    record NewClient(@Nullable String name) {}

    /** A client; {@code texts_purged} says that its name was blanked. */
    record ClientView(
            UUID id, @Nullable String name, @Nullable Boolean textsPurged, Instant createdAt) {}

    @ResponseDescriptions(status = 201, body = ClientView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> register(Actor actor, HttpServletRequest request, @RequestBody NewClient body) {
        Fields fields = new Fields();
        CustomerText name = fields.name(body.name(), "/name");
        fields.check();
        return once.run(actor, request, () -> {
            Client client = new Client(actor.firm(), new ClientId(ids.next()), clock.now(actor));
            clients.add(client);
            names.write(actor, client.id(), name);
            return WriteResponse.created("/v1/clients/" + client.id(), view(client, name.text()));
        });
    }

    @GetMapping
    Page<ClientView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(actor, () -> {
            Page<Client> found = page.page(
                    (before, count) -> clients.page(actor.firm(), before, count),
                    client -> client.id().value());
            Names.Known known = names.of(actor, found.items(), Client::id);
            return found.map(client -> view(client, known.name(client.id())));
        });
    }

    @GetMapping("/{id}")
    ClientView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            Client client = ProblemException.unlessFound(
                    clients.find(actor.firm(), new ClientId(id)).orElse(null));
            return view(client, names.of(actor, client.id()).name(client.id()));
        });
    }

    private static ClientView view(Client client, @Nullable String name) {
        return new ClientView(client.id().value(), name, name == null ? true : null, client.registeredAt());
    }
}
