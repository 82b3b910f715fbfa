package feewright.time;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the time entries of a firm: versions, submissions, approvals and rejections as facts, the current version as a cursor. */
public interface TimeEntries {

    /** Adds the first versions of new entries of one firm. Fails with ConcurrentChange, adding none, if a person's day would pass 24 hours. */
    void add(List<DraftTime> drafts, Recorded recorded);

    /** Adds the next version of a locked entry. Fails as {@link #add} does, or if the entry was billed in between. */
    void revise(DraftTime draft, Recorded recorded);

    void submit(SubmittedTime submitted, Recorded recorded);

    /** Keeps one approval of the version, and the day from which it is due (null: no terms price it); {@code after} is approved, or still submitted while the other side's is missing. */
    void approve(TimeEntry.Editable after, Approval approval, @Nullable LocalDate dueOn);

    /** Keeps the rejection. Fails with ConcurrentChange if the entry was billed in between. */
    void reject(RejectedTime rejected);

    Optional<TimeEntry> find(FirmId firm, TimeEntryId entry);

    /** The entries that exist, locked against any change by others until the transaction ends, in the order of their ids. */
    List<TimeEntry> lock(FirmId firm, Collection<TimeEntryId> entries);

    /** The approvals that these versions had, by the time at which they were given; versions without any are left out. */
    Map<EntryVersion, List<Approval>> approvals(FirmId firm, Collection<EntryVersion> versions);

    /** Minutes of one person's day over all current versions but that of {@code except}. */
    int minutesOn(FirmId firm, PersonId person, LocalDate day, @Nullable TimeEntryId except);

    /** How many entries of an engagement are approved or billed that were worked on {@code from} or later. */
    int approvedFrom(FirmId firm, EngagementId engagement, LocalDate from);

    /** By id descending (newest first). */
    List<TimeEntry> page(FirmId firm, TimeFilter filter, int limit);

    /** Those rows of an import file, named by their hashes, that were imported before. */
    Set<String> imported(FirmId firm, Collection<String> rowHashes);

    /** Claims rows of an import file, by hash. Fails with ConcurrentChange, claiming none, if another import claimed one in between. */
    void claimImports(FirmId firm, Map<String, TimeEntryId> rows);

    /** What to look for; null means any. */
    record TimeFilter(
            @Nullable UUID before,
            @Nullable EngagementId engagement,
            @Nullable PersonId worker,
            @Nullable TimeState state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Who recorded something, and when. */
    record Recorded(PersonId by, Instant at) {}
}
