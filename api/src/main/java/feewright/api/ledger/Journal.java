package feewright.api.ledger;

import feewright.api.firm.Names;
import feewright.api.idempotency.WriteResponse;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.ledger.Ledger.EntryFilter;
import feewright.platform.Actor;
import feewright.platform.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The journal as answers show it. A client sees its own entries, without what is the firm's own affair; to it there are no others. To be
 * used in a transaction.
 */
@Component
public record Journal(Ledger ledger, Names names) {

    /** Something new in the journal. */
    public WriteResponse created(Actor actor, JournalEntry entry) {
        return WriteResponse.created("/v1/journal-entries/" + entry.id(), view(actor, entry));
    }

    /** The entry; 404 where the actor sees none. */
    public JournalEntryView find(Actor actor, UUID id) {
        return view(
                actor,
                ProblemException.unlessFound(ledger.find(actor.firm(), new JournalEntryId(id))
                        .filter(entry ->
                                !actor.is(Role.CLIENT) || entry.of().client().equals(actor.client()))
                        .flatMap(entry -> seen(actor, entry))
                        .orElse(null)));
    }

    /** {@code filter} completes one that only says where the page begins. */
    Page<JournalEntryView> page(Actor actor, PageRequest page, UnaryOperator<EntryFilter> filter) {
        Page<JournalEntry> found = page.pageOfSeen(
                (before, count) ->
                        ledger.page(actor.firm(), filter.apply(new EntryFilter(before, null, null, null, null)), count),
                entry -> seen(actor, entry),
                entry -> entry.id().value());
        Names.Known known = known(actor, found.items());
        return found.map(entry -> JournalEntryView.of(entry, known));
    }

    private static Optional<JournalEntry> seen(Actor actor, JournalEntry entry) {
        return actor.is(Role.CLIENT) ? entry.forClient() : Optional.of(entry);
    }

    public JournalEntryView view(Actor actor, JournalEntry entry) {
        return JournalEntryView.of(entry, known(actor, List.of(entry)));
    }

    private Names.Known known(Actor actor, List<JournalEntry> entries) {
        return names.of(actor, entries, JournalEntry::id);
    }
}
