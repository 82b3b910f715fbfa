package feewright.api.report;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Role;
import feewright.report.ClientAccounts;
import feewright.report.ClientStatement;
import feewright.report.DrawUpStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A client's account over some days. To a client there is only its own. */
@RestController
record StatementEndpoint(DrawUpStatement drawUpStatement, ClientNames names, DisputedInvoices disputed) {

    @GetMapping(
            path = "/v1/clients/{id}/statement",
            produces = {"application/json", "text/csv"})
    StatementView statement(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable String currency) {
        ClientId client = new ClientId(id);
        if (actor.is(Role.CLIENT) && !client.equals(actor.client())) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        ClientStatement statement = Asked.up(drawUpStatement.drawUp(
                actor, new ClientAccounts.Query(client, Asked.days(from, until), Asked.currency(currency))));
        return StatementView.of(
                statement,
                names.of(actor, List.of(client)).name(client),
                disputed.of(actor, client, Asked.currency(currency)));
    }
}
