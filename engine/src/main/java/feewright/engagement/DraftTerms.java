package feewright.engagement;

import feewright.firm.Clients;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.util.List;
import java.util.Optional;

/** Use case: writes terms down as a draft engagement, and replaces them while it is one. */
public record DraftTerms(Transactions transactions, Engagements engagements, Clients clients, Ids ids) {

    /** What came of it. */
    public sealed interface Outcome {

        record Drafted(DraftEngagement draft) implements Outcome {}

        record Faulty(List<TermsFault> faults) implements Outcome {}

        /** No such client, or no such engagement, in this firm. */
        record NotFound() implements Outcome {}

        /** Signed already: its terms are frozen. */
        record Frozen() implements Outcome {}

        /** The draft has another revision than the caller saw. */
        record Stale() implements Outcome {}
    }

    /** Makes a new draft for a client. */
    public Outcome draft(Actor actor, ClientId client, TermsInput offer) {
        return switch (TermsReader.read(new TermsId(ids.next()), offer)) {
            case TermsReading.Invalid(List<TermsFault> faults) -> new Outcome.Faulty(faults);
            case TermsReading.Valid(Terms terms) ->
                transactions.in(actor, () -> {
                    if (clients.find(actor.firm(), client).isEmpty()) {
                        return new Outcome.NotFound();
                    }
                    DraftEngagement draft =
                            new DraftEngagement(actor.firm(), new EngagementId(ids.next()), client, terms, 1);
                    engagements.add(draft);
                    return new Outcome.Drafted(draft);
                });
        };
    }

    /** Replaces the terms of a draft that still has the revision the caller saw. */
    public Outcome revise(Actor actor, EngagementId id, int seenRevision, TermsInput offer) {
        return switch (TermsReader.read(new TermsId(ids.next()), offer)) {
            case TermsReading.Invalid(List<TermsFault> faults) -> new Outcome.Faulty(faults);
            case TermsReading.Valid(Terms terms) ->
                transactions.in(actor, () -> replace(actor, id, seenRevision, terms));
        };
    }

    private Outcome replace(Actor actor, EngagementId id, int seenRevision, Terms terms) {
        Optional<Engagement> found = engagements.find(actor.firm(), id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        return switch (found.get()) {
            case SignedEngagement _ -> new Outcome.Frozen();
            case DraftEngagement draft when draft.revision() != seenRevision -> new Outcome.Stale();
            case DraftEngagement draft -> {
                DraftEngagement revised = draft.with(terms);
                engagements.revise(revised);
                yield new Outcome.Drafted(revised);
            }
        };
    }
}
