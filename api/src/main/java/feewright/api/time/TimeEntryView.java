package feewright.api.time;

import feewright.api.web.EntityTag;
import feewright.firm.BillingRole;
import feewright.firm.ProjectId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.time.Approval;
import feewright.time.Approvals;
import feewright.time.ApprovedTime;
import feewright.time.BilledTime;
import feewright.time.DraftTime;
import feewright.time.LogTime;
import feewright.time.RejectedTime;
import feewright.time.SubmittedTime;
import feewright.time.TimeEntry;
import feewright.time.TimeState;
import feewright.time.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A time entry in its current version. Approvals and the reason of a rejection are those of this version. */
record TimeEntryView(
        UUID id,
        int version,
        String state,
        UUID engagementId,
        UUID workerId,
        @Nullable String workerRole,
        @Nullable UUID projectId,
        LocalDate workedOn,
        int minutes,
        boolean billable,
        @Nullable String description,
        @Nullable ApprovalView approvedByFirm,
        @Nullable ApprovalView approvedByClient,
        @Nullable String rejectionReason) {

    record ApprovalView(UUID approvedBy, Instant at) {}

    static TimeEntryView of(TimeEntry entry, Map<CustomerTextKey, CustomerText> texts) {
        Work work = entry.work();
        BillingRole role = work.worker().role();
        ProjectId project = work.project();
        Approvals approvals = approvals(entry);
        return new TimeEntryView(
                entry.version().entry().value(),
                entry.version().number(),
                TimeState.of(entry).code(),
                work.engagement().value(),
                work.worker().person().value(),
                role == null ? null : role.code(),
                project == null ? null : project.value(),
                work.workedOn(),
                work.minutes(),
                work.billable(),
                text(texts, LogTime.descriptionOf(entry.version())),
                view(approvals.byFirm()),
                view(approvals.byClient()),
                entry instanceof RejectedTime
                        ? text(
                                texts,
                                CustomerTextKey.of(
                                        entry.version().entry(),
                                        "rejection@" + entry.version().number()))
                        : null);
    }

    /** With its version as the entity tag. */
    ResponseEntity<TimeEntryView> tagged() {
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(this);
    }

    static Approvals approvals(TimeEntry entry) {
        return switch (entry) {
            case SubmittedTime submitted -> submitted.approvals();
            case ApprovedTime approved -> approved.approvals();
            case BilledTime billed -> billed.approved().approvals();
            case DraftTime _, RejectedTime _ -> new Approvals(false, null, null);
        };
    }

    private static @Nullable ApprovalView view(@Nullable Approval approval) {
        return approval == null ? null : new ApprovalView(approval.by().value(), approval.at());
    }

    private static @Nullable String text(Map<CustomerTextKey, CustomerText> texts, CustomerTextKey key) {
        CustomerText content = texts.get(key);
        return content == null ? null : content.text();
    }
}
