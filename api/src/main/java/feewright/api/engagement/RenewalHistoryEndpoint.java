package feewright.api.engagement;

import feewright.amendment.AmendmentTexts;
import feewright.api.firm.Names;
import feewright.api.invoice.InvoiceStatus;
import feewright.api.invoice.InvoiceView;
import feewright.api.invoice.PaymentStatuses;
import feewright.api.problem.ProblemException;
import feewright.engagement.Amendments;
import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.ledger.InvoiceAccount;
import feewright.platform.Actor;
import feewright.platform.Role;
import feewright.platform.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole chain of renewals that an engagement belongs to, with what each version agreed and billed. A client sees its own. */
@RestController
record RenewalHistoryEndpoint(
        Transactions transactions,
        Engagements engagements,
        Amendments amendments,
        Names names,
        PaymentStatuses settlements) {

    private static final int INVOICES_AT_ONCE = 500;

    /** The versions, oldest first. */
    record RenewalHistoryView(List<VersionView> versions) {}

    /**
     * One version: {@code end} as it is in effect, absent while it is open; the oldest renews nothing. Of what is said of an ending or a
     * pause, a client reads what it is told.
     */
    record VersionView(
            int version,
            UUID engagementId,
            @Nullable UUID renews,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable String endingReason,
            @Nullable String endingClientNote,
            List<PauseView> pauses,
            TermsJson terms,
            List<InvoiceView> invoices) {}

    @GetMapping(path = "/v1/engagements/{id}/renewals", produces = "application/json")
    RenewalHistoryView history(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            Engagement engagement = ProblemException.unlessFound(
                    visible(actor, new EngagementId(id)).orElse(null));
            List<Succession> chain = amendments.chain(actor.firm(), engagement.id());
            EngagementId oldest =
                    chain.isEmpty() ? engagement.id() : chain.getFirst().renews();
            Stream<VersionView> later = chain.stream().map(one -> view(actor, one.successor(), one));
            return new RenewalHistoryView(
                    Stream.concat(Stream.of(view(actor, oldest, null)), later).toList());
        });
    }

    /** To a client, there are only its own signed ones. */
    private Optional<Engagement> visible(Actor actor, EngagementId id) {
        return engagements
                .find(actor.firm(), id)
                .filter(found -> !actor.is(Role.CLIENT)
                        || (found instanceof SignedEngagement && found.client().equals(actor.client())));
    }

    private VersionView view(Actor actor, EngagementId id, @Nullable Succession from) {
        Engagement engagement = engagements.find(actor.firm(), id).orElseThrow();
        Names.Known known = names.of(actor, id);
        AmendmentTexts ending = AmendmentTexts.ofEnding(id, known.texts());
        return new VersionView(
                from == null ? 1 : from.version(),
                id.value(),
                from == null ? null : from.renews().value(),
                engagement.terms().term().start(),
                engagement.inEffect().term().end(),
                Names.text(ending.reason()),
                Names.text(ending.clientNote()),
                engagement instanceof SignedEngagement signed ? PauseView.all(signed, known) : List.of(),
                TermsView.of(engagement.terms()),
                invoices(actor, id));
    }

    private List<InvoiceView> invoices(Actor actor, EngagementId id) {
        LocalDate today = settlements.today(actor);
        List<InvoiceView> all = new ArrayList<>();
        List<InvoiceAccount> page;
        UUID before = null;
        do {
            page = settlements.page(actor, new InvoiceFilter(before, null, id, null, null), null, INVOICES_AT_ONCE);
            Function<InvoiceAccount, InvoiceStatus> standings = settlements.standings(actor, page, today);
            page.forEach(account -> all.add(InvoiceView.of(account.head(), standings.apply(account))));
            before = page.isEmpty() ? null : page.getLast().invoice().value();
        } while (page.size() == INVOICES_AT_ONCE);
        return all.reversed();
    }
}
