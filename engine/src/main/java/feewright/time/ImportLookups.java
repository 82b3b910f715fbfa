package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.firm.Client;
import feewright.firm.Person;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one import has looked up so far: each name, each engagement and each day of a person once, however many rows name it. Lives as
 * long as the import's transaction, so that nothing in it grows old.
 */
final class ImportLookups {

    private static final int MOST_ENGAGEMENTS = 200;

    private final FirmId firm;
    private final ImportTime from;
    private final Map<CustomerText, List<Person>> people = new HashMap<>();
    private final Map<CustomerText, List<Client>> clients = new HashMap<>();
    private final Map<ClientId, List<Engagement>> engagementsOf = new HashMap<>();
    private final Map<EngagementId, Optional<Engagement>> engagements = new HashMap<>();
    private final Map<ClientId, Map<String, ProjectId>> projects = new HashMap<>();
    private final Map<Day, Integer> minutes = new HashMap<>();

    ImportLookups(FirmId firm, ImportTime from) {
        this.firm = firm;
        this.from = from;
    }

    private record Day(PersonId person, LocalDate date) {}

    List<Person> people(CustomerText emailOrName) {
        return people.computeIfAbsent(emailOrName, wanted -> from.people().known(firm, wanted));
    }

    List<Client> clients(CustomerText name) {
        return clients.computeIfAbsent(name, wanted -> from.clients().named(firm, wanted));
    }

    Optional<Engagement> engagement(EngagementId id) {
        return engagements.computeIfAbsent(id, wanted -> from.engagements().find(firm, wanted));
    }

    List<Engagement> signedEngagementsOf(ClientId client) {
        return engagementsOf.computeIfAbsent(
                client,
                wanted -> from.engagements().page(firm, new EngagementFilter(null, wanted, true), MOST_ENGAGEMENTS));
    }

    /** The client's project of that name, ignoring case. */
    Optional<ProjectId> project(ClientId client, CustomerText name) {
        return Optional.ofNullable(projects.computeIfAbsent(client, this::projectsByName)
                .get(name.text().toLowerCase(Locale.ROOT)));
    }

    /** Of projects with the same name the first counts. */
    private Map<String, ProjectId> projectsByName(ClientId client) {
        List<Project> found = from.clients().projectsOf(firm, client);
        Map<CustomerTextKey, CustomerText> names = from.customerTexts()
                .of(firm, found.stream().map(project -> project.id().value()).toList());
        Map<String, ProjectId> byName = new HashMap<>();
        for (Project project : found) {
            CustomerText name = names.get(CustomerTextKey.of(project.id(), "name"));
            if (name != null) {
                byName.putIfAbsent(name.text().toLowerCase(Locale.ROOT), project.id());
            }
        }
        return byName;
    }

    /** The minutes of a person's day, with those that this import has added to it. */
    int minutesOn(PersonId person, LocalDate date) {
        return minutes.computeIfAbsent(
                new Day(person, date), day -> from.entries().minutesOn(firm, day.person(), day.date(), null));
    }

    /** Counts work that this import adds. */
    void count(Work work) {
        minutes.merge(new Day(work.worker().person(), work.workedOn()), work.minutes(), Integer::sum);
    }
}
