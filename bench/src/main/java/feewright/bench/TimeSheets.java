package feewright.bench;

import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import feewright.time.TimeEntryInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Logs, submits and approves time through the use cases. */
record TimeSheets(ApplicationContext application, Actor admin, Instant now) {

    private static final int SHORTEST_MINUTES = 20;
    private static final int DAYS_OF_WORK = 28;

    /** Approved entries of a month, of the people of the case in turn. */
    void approved(Books.Case on, LocalDate month, int entries) {
        List<EntryVersion> submitted = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            TimeEntryInput note = new TimeEntryInput(
                    on.engagement(),
                    on.workers().get(i % on.workers().size()),
                    null,
                    month.plusDays(i % DAYS_OF_WORK),
                    SHORTEST_MINUTES + i,
                    true,
                    new CustomerText("Process review"));
            submitted.add(submitted(note));
        }
        application.getBean(ReviewTime.class).approve(admin, Approval.Side.FIRM, submitted, now);
    }

    private EntryVersion submitted(TimeEntryInput note) {
        EntryVersion entry = switch (application.getBean(LogTime.class).log(admin, note, now)) {
            case LogTime.Outcome.Logged(var draft) -> draft.version();
            case LogTime.Outcome other -> throw new IllegalStateException("not logged: " + other);
        };
        application.getBean(SubmitTime.class).submit(admin, entry, now);
        return entry;
    }
}
