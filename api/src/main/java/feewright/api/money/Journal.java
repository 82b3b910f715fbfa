package feewright.api.money;

import feewright.api.firm.Names;
import feewright.api.idempotency.Answer;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Refused;
import feewright.firm.Actor;
import feewright.firm.Role;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import feewright.receivable.Ledger.EntryFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The journal as answers show it. A client sees its own entries, without what is the firm's own affair; to it there are no others. To be
 * used in a transaction.
 */
@Component
public record Journal(Ledger ledger, Names names) {

    /** Something new in the journal. */
    Answer created(Actor actor, JournalEntry entry) {
        return Answer.created("/v1/journal-entries/" + entry.id(), view(actor, entry));
    }

    /** The entry; 404 where the actor sees none. */
    public JournalEntryView find(Actor actor, UUID id) {
        return view(
                actor,
                Refused.unlessFound(ledger.find(actor.firm(), new JournalEntryId(id))
                        .filter(entry ->
                                !actor.is(Role.CLIENT) || entry.of().client().equals(actor.client()))
                        .flatMap(entry -> seen(actor, entry))
                        .orElse(null)));
    }

    /** {@code filter} completes one that only says where the page begins. */
    Page<JournalEntryView> page(Actor actor, PageRequest page, UnaryOperator<EntryFilter> filter) {
        Page<JournalEntry> found = page.page(
                (before, count) ->
                        seen(actor, count, before, from -> filter.apply(new EntryFilter(from, null, null, null, null))),
                entry -> entry.id().value());
        Names.Known known = known(actor, found.items());
        return found.map(entry -> JournalEntryView.of(entry, known.text(entry.id(), "reason")));
    }

    /** Reads on where the actor does not see all that was read: otherwise a page could end too early. */
    private List<JournalEntry> seen(
            Actor actor, int count, @Nullable UUID before, Function<@Nullable UUID, EntryFilter> filter) {
        List<JournalEntry> seen = new ArrayList<>();
        UUID from = before;
        while (true) {
            List<JournalEntry> read = ledger.page(actor.firm(), filter.apply(from), count);
            read.forEach(entry -> seen(actor, entry).ifPresent(seen::add));
            if (read.size() < count || seen.size() >= count) {
                return seen.stream().limit(count).toList();
            }
            from = read.getLast().id().value();
        }
    }

    private static Optional<JournalEntry> seen(Actor actor, JournalEntry entry) {
        return actor.is(Role.CLIENT) ? entry.forClient() : Optional.of(entry);
    }

    JournalEntryView view(Actor actor, JournalEntry entry) {
        return JournalEntryView.of(entry, note(actor, entry));
    }

    private @Nullable String note(Actor actor, JournalEntry entry) {
        return known(actor, List.of(entry)).text(entry.id(), "reason");
    }

    private Names.Known known(Actor actor, List<JournalEntry> entries) {
        return names.of(actor, actor.is(Role.PLATFORM_OPERATOR) ? List.of() : entries, JournalEntry::id);
    }
}
