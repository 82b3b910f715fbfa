package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.invoice.InvoiceCase.Agreement;
import feewright.invoice.InvoiceCase.Days;
import feewright.invoice.InvoiceRequest.Basis;
import feewright.platform.Actor;
import feewright.platform.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Loads everything that one request needs into its case, once; with the engagement's cursor locked where it will be issued. */
public record InvoiceCaseLoader(BillingPositions positions, Engagements engagements, Clients clients, Firms firms) {

    /** Whether the case is only looked at, or will be issued. */
    enum Purpose implements Coded {
        LOOK,
        ISSUE
    }

    Optional<InvoiceCase> gather(Actor actor, InvoiceRequest request, Purpose purpose, Instant now) {
        return switch (request.of()) {
            case Basis.Engagement(EngagementId engagement) ->
                position(actor, engagement, purpose)
                        .map(position -> gathered(
                                actor,
                                request,
                                new Agreement.Linked(position),
                                today(
                                        now,
                                        position.engagement()
                                                .terms()
                                                .conditions()
                                                .zone())));
            case Basis.ClientOnly only -> unlinked(actor, request, only, now);
        };
    }

    /** Whether the request is of an engagement that is there, signed or not. */
    boolean isOfEngagement(Actor actor, InvoiceRequest request) {
        return request.of() instanceof Basis.Engagement(EngagementId engagement)
                && engagements.find(actor.firm(), engagement).isPresent();
    }

    private Optional<BillingPosition> position(Actor actor, EngagementId engagement, Purpose purpose) {
        return purpose == Purpose.LOOK
                ? positions.read(actor.firm(), engagement)
                : positions.lock(actor.firm(), List.of(engagement)).stream().findFirst();
    }

    private Optional<InvoiceCase> unlinked(Actor actor, InvoiceRequest request, Basis.ClientOnly only, Instant now) {
        Optional<Client> client = clients.find(actor.firm(), only.client());
        Optional<Firm> firm = firms.find(actor.firm());
        return client.flatMap(found -> firm.map(home -> gathered(
                actor,
                request,
                new Agreement.Unlinked(found, only.currency(), only.dueInDays()),
                today(now, home.zone()))));
    }

    private static InvoiceCase gathered(Actor actor, InvoiceRequest request, Agreement agreement, LocalDate today) {
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        return new InvoiceCase(actor, agreement, new Days(asOf, today), request.charges(), request.override());
    }

    private static LocalDate today(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }
}
