package feewright.api.demo;

import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.PersonId;
import feewright.time.Approval;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import feewright.time.TimeEntryInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A quarter of time, logged through the same use cases as everybody's: all of it approved but the last two weeks, of which some is
 * submitted, some a draft and some rejected.
 */
record DemoQuarter(LogTime logTime, SubmitTime submitTime, ReviewTime reviewTime, Instant now) {

    private static final CustomerText REASON = new CustomerText("Please say what was reviewed.");
    private static final List<String> TASKS = List.of(
            "Discovery workshop", "Process review", "Data migration plan", "Stakeholder interviews", "Draft report");

    private enum Fate {
        APPROVED,
        SUBMITTED,
        DRAFT,
        REJECTED
    }

    /** Logs work of these people, in turn, on every working day from {@code start} to yesterday. */
    void log(EngagementId engagement, List<PersonId> workers, LocalDate start) {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(DemoFirm.ZONE));
        List<EntryVersion> approved = new ArrayList<>();
        List<EntryVersion> rejected = new ArrayList<>();
        int turn = 0;
        for (LocalDate day = start; day.isBefore(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            EntryVersion entry = log(engagement, workers.get(turn % workers.size()), day, turn);
            Fate fate = day.isBefore(today.minusDays(14)) ? Fate.APPROVED : fate(turn);
            if (fate != Fate.DRAFT) {
                submitTime.submit(DemoPerson.ADMIN.actor(), entry, now);
            }
            switch (fate) {
                case APPROVED -> approved.add(entry);
                case REJECTED -> rejected.add(entry);
                case SUBMITTED, DRAFT -> {}
            }
            turn++;
        }
        Actor admin = DemoPerson.ADMIN.actor();
        reviewTime.approve(admin, Approval.Side.FIRM, approved, now);
        reviewTime.reject(admin, REASON, rejected, now);
    }

    private static Fate fate(int turn) {
        return switch (turn % 5) {
            case 0 -> Fate.SUBMITTED;
            case 1 -> Fate.DRAFT;
            case 2 -> Fate.REJECTED;
            default -> Fate.APPROVED;
        };
    }

    private EntryVersion log(EngagementId engagement, PersonId worker, LocalDate day, int turn) {
        int minutes = 50 + turn * 37 % 200;
        boolean billable = turn % 9 != 8;
        CustomerText description = new CustomerText(TASKS.get(turn % TASKS.size()));
        TimeEntryInput note = new TimeEntryInput(engagement, worker, null, day, minutes, billable, description);
        return switch (logTime.log(DemoPerson.ADMIN.actor(), note, now)) {
            case LogTime.Outcome.Logged(DraftTime draft) -> draft.version();
            case LogTime.Outcome other -> throw new IllegalStateException("the demo's time is sound, but: " + other);
        };
    }
}
