package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.firm.Client;
import feewright.firm.Person;
import feewright.firm.ProjectId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.time.ImportTime.RowReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import while its rows are taken in, each by itself: what becomes of a row never depends on a faulty one. */
final class ImportBatch {

    private final LogTime logTime;
    private final ImportLookups directory;
    private final Order order;
    private final Set<String> known;
    private final Map<DraftTime, CustomerText> drafts = new LinkedHashMap<>();
    private final Map<String, TimeEntryId> claims = new LinkedHashMap<>();

    /** {@code before}: the hashes of rows that were imported before. */
    ImportBatch(LogTime logTime, ImportLookups directory, Order order, Set<String> before) {
        this.logTime = logTime;
        this.directory = directory;
        this.order = order;
        this.known = new HashSet<>(before);
    }

    /** Who imports when, and into which engagement, unless each row finds its own. */
    record Order(Actor actor, @Nullable EngagementId into, Instant now) {}

    /** The drafts that the rows so far made, with their descriptions. */
    Map<DraftTime, CustomerText> drafts() {
        return drafts;
    }

    /** Which row made which entry, by the hash of the row. */
    Map<String, TimeEntryId> claims() {
        return claims;
    }

    RowReport take(ImportedRow row) {
        if (known.contains(row.hash())) {
            return new RowReport.ImportedBefore(row.number());
        }
        List<String> faults = new ArrayList<>();
        Optional<Person> worker = one(directory.people(row.worker()), "worker", faults);
        Optional<Engagement> engagement = engagement(row, faults);
        return worker.isEmpty() || engagement.isEmpty()
                ? new RowReport.Faulty(row.number(), faults)
                : logged(row, worker.get(), engagement.get());
    }

    private RowReport logged(ImportedRow row, Person worker, Engagement engagement) {
        TimeEntryInput note = new TimeEntryInput(
                engagement.id(),
                worker.id(),
                project(engagement.client(), row),
                row.hours().workedOn(),
                row.hours().minutes(),
                row.hours().billable(),
                row.description());
        TimeCheck.Named named = new TimeCheck.Named(
                Optional.of(worker),
                Optional.of(engagement),
                true,
                directory.minutesOn(worker.id(), row.hours().workedOn()));
        return switch (logTime.draft(order.actor(), note, named, order.now())) {
            case LogTime.Outcome.Logged(DraftTime draft) -> kept(row, draft);
            case LogTime.Outcome.Faulty(List<TimeFault> found) ->
                new RowReport.Faulty(
                        row.number(), found.stream().map(TimeFault::code).toList());
            case LogTime.Outcome.NotAllowed _ -> new RowReport.Faulty(row.number(), List.of("not-own-time"));
            case LogTime.Outcome.NotFound _, LogTime.Outcome.Stale _, LogTime.Outcome.Billed _ ->
                throw new IllegalStateException("new time is neither found, stale nor billed");
        };
    }

    private RowReport kept(ImportedRow row, DraftTime draft) {
        known.add(row.hash());
        directory.count(draft.work());
        drafts.put(draft, row.description());
        claims.put(row.hash(), draft.version().entry());
        return new RowReport.Imported(row.number(), draft.version());
    }

    private Optional<Engagement> engagement(ImportedRow row, List<String> faults) {
        if (order.into() == null) {
            return byClient(row, faults);
        }
        Optional<Engagement> given = directory.engagement(order.into());
        if (given.isEmpty()) {
            faults.add("engagement-unknown");
        }
        return given;
    }

    /** The one signed engagement of the named client whose term holds the day. */
    private Optional<Engagement> byClient(ImportedRow row, List<String> faults) {
        if (row.client() == null) {
            faults.add("client-missing");
            return Optional.empty();
        }
        Optional<Client> client = one(directory.clients(row.client()), "client", faults);
        return client.flatMap(found -> one(
                directory.signedEngagementsOf(found.id()).stream()
                        .filter(engagement -> engagement
                                .inEffect()
                                .term()
                                .contains(row.hours().workedOn()))
                        .toList(),
                "engagement",
                faults));
    }

    /** The client's project of that name, if there is one: an unknown project is no fault of the time. */
    private @Nullable ProjectId project(ClientId client, ImportedRow row) {
        return row.project() == null
                ? null
                : directory.project(client, row.project()).orElse(null);
    }

    private static <T> Optional<T> one(List<? extends T> found, String what, List<String> faults) {
        if (found.size() != 1) {
            faults.add(what + (found.isEmpty() ? "-unknown" : "-ambiguous"));
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }
}
