package feewright.time;

import feewright.engagement.EngagementId;
import feewright.platform.PersonId;
import feewright.rule.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a time entry, as rules see it: its own state, whether it is the current version, who approved it and whether
 * it is billed already. Flat, so that a rule can doubt every part of it.
 */
public record TimeFact(
        TimeEntryId entry,
        int version,
        boolean current,
        TimeState state,
        EngagementId engagement,
        PersonId worker,
        LocalDate workedOn,
        int minutes,
        boolean billable,
        @Nullable PersonId approver,
        @Nullable PersonId clientApprover,
        boolean billed)
        implements Fact {

    /** The fact of an entry that was read in its current version. */
    public static TimeFact of(TimeEntry time) {
        Approvals approvals = approvals(time);
        Approval byFirm = approvals.byFirm();
        Approval byClient = approvals.byClient();
        Work work = time.work();
        return new TimeFact(
                time.version().entry(),
                time.version().number(),
                true,
                TimeState.of(time),
                work.engagement(),
                work.worker().person(),
                work.workedOn(),
                work.minutes(),
                work.billable(),
                byFirm == null ? null : byFirm.by(),
                byClient == null ? null : byClient.by(),
                time instanceof BilledTime);
    }

    private static Approvals approvals(TimeEntry time) {
        return switch (time) {
            case SubmittedTime submitted -> submitted.approvals();
            case ApprovedTime approved -> approved.approvals();
            case BilledTime billed -> billed.approved().approvals();
            case DraftTime _, RejectedTime _ -> new Approvals(false, null, null);
        };
    }

    @Override
    public String ref() {
        return new EntryVersion(entry, version).ref();
    }
}
