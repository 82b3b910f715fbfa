package feewright.time;

import feewright.engagement.Engagements;
import feewright.firm.Clients;
import feewright.firm.People;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.time.TimeCheck.Checked;
import feewright.time.TimeEntries.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Use case: writes time down, and edits it while it is not billed. Staff do so for themselves, admins for everybody. */
public final class LogTime {

    private final Transactions transactions;
    private final TimeEntries entries;
    private final CustomerTexts customerTexts;
    private final Ids ids;
    private final TimeCheck check;

    public LogTime(
            Transactions transactions,
            TimeEntries entries,
            Engagements engagements,
            Clients clients,
            People people,
            CustomerTexts customerTexts,
            Ids ids) {
        this.transactions = transactions;
        this.entries = entries;
        this.customerTexts = customerTexts;
        this.ids = ids;
        this.check = new TimeCheck(engagements, clients, people, entries);
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Logged(DraftTime draft) implements Outcome {}

        record Faulty(List<TimeFault> faults) implements Outcome {}

        /** Not the actor's own time, and the actor is no admin. */
        record NotAllowed() implements Outcome {}

        record NotFound() implements Outcome {}

        /** The entry has another version than the caller saw. */
        record Stale(EntryVersion current) implements Outcome {}

        /** The entry is on an invoice (requirement H4). */
        record Billed() implements Outcome {}
    }

    public Outcome log(Actor actor, TimeEntryInput note, Instant now) {
        if (!mayLogFor(actor, note)) {
            return new Outcome.NotAllowed();
        }
        return transactions.in(actor, () -> {
            Outcome outcome = drafted(actor, check.check(actor, note, null, now));
            if (outcome instanceof Outcome.Logged(DraftTime draft)) {
                keep(actor, Map.of(draft, note.description()), now);
            }
            return outcome;
        });
    }

    /** What logging the note would come to, against what it names. Keeps nothing: for imports, which keep many at once. */
    Outcome draft(Actor actor, TimeEntryInput note, TimeCheck.Named named, Instant now) {
        return mayLogFor(actor, note) ? drafted(actor, TimeCheck.check(note, named, now)) : new Outcome.NotAllowed();
    }

    /** Keeps new drafts with their descriptions, in the order of the map. */
    void keep(Actor actor, Map<DraftTime, CustomerText> drafts, Instant now) {
        entries.add(List.copyOf(drafts.keySet()), new Recorded(actor.person(), now));
        Map<CustomerTextKey, CustomerText> descriptions = new HashMap<>();
        drafts.forEach((draft, description) -> descriptions.put(descriptionOf(draft.version()), description));
        customerTexts.write(actor.firm(), descriptions);
    }

    private Outcome drafted(Actor actor, Checked checked) {
        return switch (checked) {
            case Checked.Faulty(List<TimeFault> faults) -> new Outcome.Faulty(faults);
            case Checked.Sound(Work work) ->
                new Outcome.Logged(new DraftTime(actor.firm(), new EntryVersion(new TimeEntryId(ids.next()), 1), work));
        };
    }

    /** Replaces what an entry says: a new version, a draft again, its approval lost. */
    public Outcome revise(Actor actor, EntryVersion seen, TimeEntryInput note, Instant now) {
        return transactions.in(actor, () -> {
            Optional<TimeEntry> found =
                    entries.lock(actor.firm(), List.of(seen.entry())).stream().findFirst();
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            if (!mayLogFor(actor, note)
                    || (!actor.isAdmin()
                            && !found.get().work().worker().person().equals(actor.person()))) {
                return new Outcome.NotAllowed();
            }
            if (!found.get().version().equals(seen)) {
                return new Outcome.Stale(found.get().version());
            }
            return switch (found.get()) {
                case BilledTime _ -> new Outcome.Billed();
                case TimeEntry.Editable editable -> revised(actor, editable, note, now);
            };
        });
    }

    private Outcome revised(Actor actor, TimeEntry.Editable editable, TimeEntryInput note, Instant now) {
        return switch (check.check(actor, note, editable.version().entry(), now)) {
            case Checked.Faulty(List<TimeFault> faults) -> new Outcome.Faulty(faults);
            case Checked.Sound(Work work) -> {
                DraftTime draft = editable.revise(work);
                entries.revise(draft, new Recorded(actor.person(), now));
                customerTexts.write(draft.firm(), Map.of(descriptionOf(draft.version()), note.description()));
                yield new Outcome.Logged(draft);
            }
        };
    }

    /** Where the description of a version is kept. */
    public static CustomerTextKey descriptionOf(EntryVersion version) {
        return CustomerTextKey.of(version.entry(), "description@" + version.number());
    }

    private static boolean mayLogFor(Actor actor, TimeEntryInput note) {
        return actor.isAdmin() || note.worker().equals(actor.person());
    }
}
