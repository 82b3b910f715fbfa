package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.firm.Clients;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks noted time against the agreement, the calendar and the day of the person; finds all faults at once (requirement H1). */
record TimeCheck(Engagements engagements, Clients clients, People people, TimeEntries entries) {

    /** Sound work, or its faults. */
    sealed interface Checked {

        record Sound(Work work) implements Checked {}

        record Faulty(List<TimeFault> faults) implements Checked {}
    }

    /** What a note names, as far as it is there, and the minutes of the person's day without it. */
    record Named(Optional<Person> worker, Optional<Engagement> engagement, boolean projectOfClient, int otherMinutes) {}

    /** Checks a note; {@code replaced} is the entry that it would revise, if one. */
    Checked check(Actor actor, TimeEntryInput note, @Nullable TimeEntryId replaced, Instant now) {
        Optional<Engagement> engagement = engagements.find(actor.firm(), note.engagement());
        Named named = new Named(
                people.find(actor.firm(), note.worker()),
                engagement,
                engagement
                        .filter(found -> isProjectOf(actor, note, found.client()))
                        .isPresent(),
                entries.minutesOn(actor.firm(), note.worker(), note.workedOn(), replaced));
        return check(note, named, now);
    }

    /** Checks a note against what it names. */
    static Checked check(TimeEntryInput note, Named named, Instant now) {
        List<TimeFault> faults = new ArrayList<>();
        if (named.worker().isEmpty()) {
            faults.add(new TimeFault("worker-unknown", "/worker_id"));
        }
        if (named.engagement().isEmpty()) {
            faults.add(new TimeFault("engagement-unknown", "/engagement_id"));
        }
        named.engagement().ifPresent(found -> faults.addAll(agreementFaults(found, note, now)));
        if (named.engagement().isPresent() && !named.projectOfClient()) {
            faults.add(new TimeFault("project-of-another-client", "/project_id"));
        }
        if (note.minutes() < 1 || note.minutes() > Work.MOST_MINUTES_A_DAY) {
            faults.add(new TimeFault("minutes-out-of-range", "/minutes"));
        } else if (named.worker().isPresent() && named.otherMinutes() + note.minutes() > Work.MOST_MINUTES_A_DAY) {
            faults.add(new TimeFault("more-than-24-hours-a-day", "/minutes"));
        }
        if (!faults.isEmpty() || named.worker().isEmpty()) {
            return new Checked.Faulty(faults);
        }
        Work.Worker who = new Work.Worker(note.worker(), named.worker().get().role());
        return new Checked.Sound(
                new Work(note.engagement(), who, note.project(), note.workedOn(), note.minutes(), note.billable()));
    }

    private static List<TimeFault> agreementFaults(Engagement found, TimeEntryInput note, Instant now) {
        List<TimeFault> faults = new ArrayList<>();
        if (!(found instanceof SignedEngagement)) {
            faults.add(new TimeFault("engagement-not-signed", "/engagement_id"));
        }
        if (!found.inEffect().term().contains(note.workedOn())) {
            faults.add(new TimeFault("outside-the-term", "/worked_on"));
        }
        if (found.inEffect().term().isPausedOn(note.workedOn())) {
            faults.add(new TimeFault("in-a-pause", "/worked_on"));
        }
        if (note.workedOn()
                .isAfter(LocalDate.ofInstant(now, found.terms().conditions().zone()))) {
            faults.add(new TimeFault("in-the-future", "/worked_on"));
        }
        return faults;
    }

    private boolean isProjectOf(Actor actor, TimeEntryInput note, ClientId client) {
        return note.project() == null
                || clients.find(actor.firm(), note.project())
                        .filter(project -> project.client().equals(client))
                        .isPresent();
    }
}
