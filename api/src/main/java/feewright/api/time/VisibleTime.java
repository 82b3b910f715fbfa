package feewright.api.time;

import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.engagement.Engagement;
import feewright.engagement.Engagements;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.time.Approval;
import feewright.time.RejectedTime;
import feewright.time.SubmittedTime;
import feewright.time.TimeEntries;
import feewright.time.TimeEntries.TimeFilter;
import feewright.time.TimeEntry;
import feewright.time.TimeEntryId;
import feewright.time.TimeState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which time entries an actor sees (requirement T2): admins all, staff their own, a client's portal user what waits for the client's
 * approval and, one by one, what this user approved or rejected. To be used in a transaction.
 */
@Component
record VisibleTime(TimeEntries entries, Engagements engagements, CustomerTexts customerTexts) {

    /** A client has few engagements that wait for its approval at one time. */
    private static final int MOST_ENGAGEMENTS = 200;

    Page<TimeEntryView> page(Actor actor, TimeFilter wanted, PageRequest page) {
        Page<TimeEntry> found = actor.is(Role.CLIENT)
                ? page.page((before, count) -> waiting(actor, filter(wanted, before), count), VisibleTime::id)
                : page.page(
                        (before, count) -> entries.page(actor.firm(), own(actor, filter(wanted, before)), count),
                        VisibleTime::id);
        List<UUID> subjects = found.items().stream().map(VisibleTime::id).toList();
        Map<CustomerTextKey, CustomerText> texts =
                subjects.isEmpty() ? Map.of() : customerTexts.of(actor.firm(), subjects);
        return found.map(entry -> TimeEntryView.of(entry, texts));
    }

    /** The entry, if the actor sees it. Refuses with 404 if there is none, with 403 if it is somebody else's. */
    TimeEntry entry(Actor actor, UUID id) {
        TimeEntry entry = ProblemException.unlessFound(
                entries.find(actor.firm(), new TimeEntryId(id)).orElse(null));
        if (actor.is(Role.CLIENT) && !isShownToClient(actor, entry)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        if (!actor.seesAll() && !actor.is(Role.CLIENT) && !isOwn(actor, entry)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return entry;
    }

    TimeEntryView view(Actor actor, TimeEntry entry) {
        return TimeEntryView.of(entry, customerTexts.of(actor.firm(), List.of(id(entry))));
    }

    /** Whether it waits for the client whose portal user acts, or this very user approved or rejected it in its current version. */
    boolean isShownToClient(Actor actor, TimeEntry entry) {
        return isSubmittedOrReviewedBy(actor.person(), entry)
                && engagements
                        .find(actor.firm(), entry.work().engagement())
                        .filter(engagement ->
                                asksClient(engagement) && engagement.client().equals(actor.client()))
                        .isPresent();
    }

    private static boolean isSubmittedOrReviewedBy(PersonId person, TimeEntry entry) {
        if (entry instanceof RejectedTime rejected) {
            return rejected.by().equals(person);
        }
        Approval byClient = TimeEntryView.approvals(entry).byClient();
        return entry instanceof SubmittedTime
                || (byClient != null && byClient.by().equals(person));
    }

    private List<TimeEntry> waiting(Actor actor, TimeFilter filter, int count) {
        if (filter.state() != null && filter.state() != TimeState.SUBMITTED) {
            throw new ProblemException(Problem.of(ProblemCode.FORBIDDEN).ofParameter("state"));
        }
        ClientId client = actor.client();
        return engagements.page(actor.firm(), new EngagementFilter(null, client, true), MOST_ENGAGEMENTS).stream()
                .filter(engagement -> asksClient(engagement)
                        && (filter.engagement() == null || filter.engagement().equals(engagement.id())))
                .flatMap(engagement -> entries
                        .page(
                                actor.firm(),
                                new TimeFilter(
                                        filter.before(),
                                        engagement.id(),
                                        filter.worker(),
                                        TimeState.SUBMITTED,
                                        filter.from(),
                                        filter.until()),
                                count)
                        .stream())
                .sorted(Comparator.comparing((TimeEntry entry) -> id(entry).toString())
                        .reversed())
                .limit(count)
                .toList();
    }

    private static TimeFilter own(Actor actor, TimeFilter filter) {
        if (actor.seesAll()) {
            return filter;
        }
        if (filter.worker() != null && !filter.worker().equals(actor.person())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return new TimeFilter(
                filter.before(), filter.engagement(), actor.person(), filter.state(), filter.from(), filter.until());
    }

    private static TimeFilter filter(TimeFilter wanted, @Nullable UUID before) {
        return new TimeFilter(
                before, wanted.engagement(), wanted.worker(), wanted.state(), wanted.from(), wanted.until());
    }

    private static boolean isOwn(Actor actor, TimeEntry entry) {
        return entry.work().worker().person().equals(actor.person());
    }

    private static boolean asksClient(Engagement engagement) {
        return engagement.terms().conditions().clientApproval();
    }

    private static UUID id(TimeEntry entry) {
        return entry.version().entry().value();
    }
}
