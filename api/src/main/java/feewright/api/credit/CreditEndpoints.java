package feewright.api.credit;

import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.firm.OwnClient;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.credit.CreditBalance;
import feewright.credit.Credits;
import feewright.credit.Credits.CreditFilter;
import feewright.credit.GrantCredit;
import feewright.firm.Clients;
import feewright.ledger.GrantId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Role;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit of clients: asking for it, and looking at what is left of each grant. A client sees its own. */
@RestController
@RequestMapping(path = "/v1", produces = "application/json")
record CreditEndpoints(
        Transactions transactions, GrantCredit grantCredit, Reading reading, IdempotentWrites once, FirmClock clock) {

    /** What is read. */
    @Component
    record Reading(Clients clients, Credits credits, Names names) {

        CreditView view(Actor actor, CreditBalance credit) {
            return CreditView.of(credit, known(actor, List.of(credit)));
        }

        Names.Known known(Actor actor, List<CreditBalance> credits) {
            return names.of(actor, credits, CreditBalance::id);
        }

        /** To a client, there is only credit that stands: not what waits for somebody else to agree, nor what was rejected. */
        static Optional<CreditBalance> seen(Actor actor, CreditBalance credit) {
            return Optional.of(credit)
                    .filter(one -> !actor.is(Role.CLIENT) || one.review().stands());
        }
    }

    @ResponseDescriptions(status = 201, body = CreditView.class)
    @PostMapping(path = "/clients/{id}/credits", consumes = "application/json")
    ResponseEntity<byte[]> ask(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody CreditJson body) {
        GrantCredit.Request request = body.request(new ClientId(id));
        return once.run(
                actor,
                http,
                () -> CreditSteps.answer(
                        grantCredit.ask(actor, request, clock.now(actor)),
                        credit -> WriteResponse.created("/v1/credits/" + credit.id(), reading.view(actor, credit))));
    }

    @GetMapping("/clients/{id}/credits")
    Page<CreditView> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClientId client = OwnClient.named(actor, new ClientId(id));
        return transactions.reading(actor, () -> {
            ProblemException.unlessFound(
                    reading.clients().find(actor.firm(), client).orElse(null));
            Page<CreditBalance> found = page.pageOfSeen(
                    (before, count) ->
                            reading.credits().page(actor.firm(), new CreditFilter(before, client, open), count),
                    credit -> Reading.seen(actor, credit),
                    credit -> credit.id().value());
            Names.Known known = reading.known(actor, found.items());
            return found.map(credit -> CreditView.of(credit, known));
        });
    }

    @GetMapping("/credits/{id}")
    CreditView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            CreditBalance credit = ProblemException.unlessFound(reading.credits()
                    .find(actor.firm(), new GrantId(id))
                    .flatMap(one -> Reading.seen(actor, one))
                    .orElse(null));
            OwnClient.named(actor, credit.grant().of().client());
            return reading.view(actor, credit);
        });
    }
}
