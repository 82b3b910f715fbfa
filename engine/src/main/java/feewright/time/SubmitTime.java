package feewright.time;

import feewright.engagement.Engagements;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.time.TimeEntries.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Use case: submits a draft version for approval. */
public record SubmitTime(Transactions transactions, TimeEntries entries, Engagements engagements) {

    /** What came of it. */
    public sealed interface Outcome {

        record Submitted(SubmittedTime entry) implements Outcome {}

        record NotFound() implements Outcome {}

        record NotAllowed() implements Outcome {}

        record Stale(EntryVersion current) implements Outcome {}

        /** The version is submitted, decided or billed already. */
        record NotADraft(TimeState state) implements Outcome {}
    }

    public Outcome submit(Actor actor, EntryVersion seen, Instant now) {
        return transactions.in(actor, () -> {
            Optional<TimeEntry> found =
                    entries.lock(actor.firm(), List.of(seen.entry())).stream().findFirst();
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            TimeEntry entry = found.get();
            if (!actor.isAdmin() && !entry.work().worker().person().equals(actor.person())) {
                return new Outcome.NotAllowed();
            }
            if (!entry.version().equals(seen)) {
                return new Outcome.Stale(entry.version());
            }
            if (!(entry instanceof DraftTime draft)) {
                return new Outcome.NotADraft(TimeState.of(entry));
            }
            SubmittedTime submitted = draft.submit(needsClient(actor, draft));
            entries.submit(submitted, new Recorded(actor.person(), now));
            return new Outcome.Submitted(submitted);
        });
    }

    private boolean needsClient(Actor actor, DraftTime draft) {
        return engagements
                .find(actor.firm(), draft.work().engagement())
                .orElseThrow()
                .terms()
                .conditions()
                .clientApproval();
    }
}
