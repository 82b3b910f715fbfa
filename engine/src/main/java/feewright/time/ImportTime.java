package feewright.time;

import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Clients;
import feewright.firm.People;
import feewright.platform.Actor;
import feewright.platform.CustomerTexts;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Use case: logs the rows of a file as drafts, each by itself: a bad row never loses a good one, and a row that was imported before
 * adds nothing. A row finds its worker by e-mail or name, and its engagement by the client's name and the day, unless one is given.
 * Names are looked up once and the good rows written together, so that the round trips follow the names and not the rows.
 */
public record ImportTime(
        Transactions transactions,
        LogTime logTime,
        TimeEntries entries,
        People people,
        Clients clients,
        Engagements engagements,
        CustomerTexts customerTexts) {

    /** What came of one row. */
    public sealed interface RowReport {

        int row();

        record Imported(int row, EntryVersion entry) implements RowReport {}

        record ImportedBefore(int row) implements RowReport {}

        record Faulty(int row, List<String> codes) implements RowReport {}
    }

    /**
     * Imports the rows into the given engagement, or each into the one that its client's name and day point to. Ends in
     * ConcurrentChange, importing nothing, if the same rows or too much for the same day came from elsewhere at the same moment.
     */
    public List<RowReport> rows(Actor actor, @Nullable EngagementId into, List<ImportedRow> rows, Instant now) {
        return transactions.in(actor, () -> {
            Set<String> before = entries.imported(
                    actor.firm(), rows.stream().map(ImportedRow::hash).toList());
            ImportLookups directory = new ImportLookups(actor.firm(), this);
            ImportBatch intake = new ImportBatch(logTime, directory, new ImportBatch.Order(actor, into, now), before);
            List<RowReport> reports = rows.stream().map(intake::take).toList();
            logTime.keep(actor, intake.drafts(), now);
            entries.claimImports(actor.firm(), intake.claims());
            return reports;
        });
    }
}
