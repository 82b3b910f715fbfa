package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.firm.Actor;
import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.firm.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: logs the rows of a file as drafts, each by itself: a bad row never loses a good one, and a row that was imported before
 * adds nothing. A row finds its worker by e-mail or name, and its engagement by the client's name and the day, unless one is given.
 */
public record ImportTime(Transactions transactions, LogTime logTime, TimeEntries entries, Lookups lookups) {

    private static final int MOST_ENGAGEMENTS = 200;

    /** Where the words of a row are looked up. */
    public record Lookups(People people, Clients clients, Engagements engagements, Contents contents) {}

    /** What came of one row. */
    public sealed interface RowReport {

        int row();

        record Imported(int row, EntryVersion entry) implements RowReport {}

        record ImportedBefore(int row) implements RowReport {}

        record Faulty(int row, List<String> codes) implements RowReport {}
    }

    /** Imports the rows into the given engagement, or each into the one that its client's name and day point to. */
    public List<RowReport> rows(Actor actor, @Nullable EngagementId into, List<ImportedRow> rows, Instant now) {
        return transactions.in(actor, () -> {
            List<RowReport> reports = new ArrayList<>();
            for (ImportedRow row : rows) {
                reports.add(row(actor, into, row, now));
            }
            return reports;
        });
    }

    private RowReport row(Actor actor, @Nullable EngagementId into, ImportedRow row, Instant now) {
        if (entries.isImported(actor.firm(), row.hash())) {
            return new RowReport.ImportedBefore(row.number());
        }
        List<String> faults = new ArrayList<>();
        Optional<Person> worker = one(lookups.people().known(actor.firm(), row.worker()), "worker", faults);
        Optional<Engagement> engagement = into == null
                ? byClient(actor, row, faults)
                : lookups.engagements().find(actor.firm(), into);
        if (into != null && engagement.isEmpty()) {
            faults.add("engagement-unknown");
        }
        if (worker.isEmpty() || engagement.isEmpty()) {
            return new RowReport.Faulty(row.number(), faults);
        }
        TimeNote note = new TimeNote(
                engagement.get().id(),
                worker.get().id(),
                project(actor, engagement.get(), row),
                row.hours().workedOn(),
                row.hours().minutes(),
                row.hours().billable(),
                row.description());
        return switch (logTime.log(actor, note, now)) {
            case LogTime.Outcome.Logged(DraftTime draft) -> claimed(actor, row, draft);
            case LogTime.Outcome.Faulty(List<TimeFault> found) ->
                new RowReport.Faulty(
                        row.number(), found.stream().map(TimeFault::code).toList());
            case LogTime.Outcome.NotAllowed _ -> new RowReport.Faulty(row.number(), List.of("not-own-time"));
            case LogTime.Outcome.NotFound _, LogTime.Outcome.Stale _, LogTime.Outcome.Billed _ ->
                throw new IllegalStateException("new time is neither found, stale nor billed");
        };
    }

    private RowReport claimed(Actor actor, ImportedRow row, DraftTime draft) {
        entries.claimImport(actor.firm(), row.hash(), draft.version().entry());
        return new RowReport.Imported(row.number(), draft.version());
    }

    /** The one signed engagement of the named client whose term holds the day. */
    private Optional<Engagement> byClient(Actor actor, ImportedRow row, List<String> faults) {
        if (row.client() == null) {
            faults.add("client-missing");
            return Optional.empty();
        }
        Optional<Client> client = one(lookups.clients().named(actor.firm(), row.client()), "client", faults);
        return client.flatMap(found -> one(
                lookups
                        .engagements()
                        .page(actor.firm(), new EngagementFilter(null, found.id(), true), MOST_ENGAGEMENTS)
                        .stream()
                        .filter(engagement ->
                                engagement.terms().term().contains(row.hours().workedOn()))
                        .toList(),
                "engagement",
                faults));
    }

    /** The client's project of that name, if there is one: an unknown project is no fault of the time. */
    private @Nullable ProjectId project(Actor actor, Engagement engagement, ImportedRow row) {
        if (row.project() == null) {
            return null;
        }
        List<Project> projects = lookups.clients().projectsOf(actor.firm(), engagement.client());
        Map<ContentKey, Content> names = lookups.contents()
                .of(
                        actor.firm(),
                        projects.stream().map(project -> project.id().value()).toList());
        String wanted = row.project().text().toLowerCase(Locale.ROOT);
        return projects.stream()
                .filter(project -> {
                    Content name = names.get(ContentKey.of(project.id(), "name"));
                    return name != null && name.text().toLowerCase(Locale.ROOT).equals(wanted);
                })
                .map(Project::id)
                .findFirst()
                .orElse(null);
    }

    private static <T> Optional<T> one(List<? extends T> found, String what, List<String> faults) {
        if (found.size() != 1) {
            faults.add(what + (found.isEmpty() ? "-unknown" : "-ambiguous"));
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }
}
