package feewright.api.timeline;

import feewright.api.json.MoneyJson;
import feewright.attempt.PaymentAttempt;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, or is planned: its kind, an amount if one belongs to it, and a code that says more. {@code at} is when it
 * happened; of a payment that was recorded on a later day than it came in, the end of the day on which it came in.
 */
public record TimelineItemView(
        Instant at,
        String kind,
        @Nullable MoneyJson amount,
        @Nullable String code,
        @Nullable UUID paymentAttemptId,
        @Nullable UUID journalEntryId) {

    static TimelineItemView of(Instant at, String kind, @Nullable Money amount) {
        return new TimelineItemView(at, kind, amount == null ? null : MoneyJson.of(amount), null, null, null);
    }

    /** In the zone of the firm. */
    static TimelineItemView of(JournalEntry entry, ZoneId zone) {
        Instant recorded = entry.recorded().at();
        Instant dayEnd =
                entry.on().plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant();
        return new TimelineItemView(
                dayEnd.isBefore(recorded) ? dayEnd : recorded,
                Ledger.EntryKind.of(entry.cause()).code(),
                MoneyJson.of(entry.amount()),
                entry.cause() instanceof EntryCause.InvoiceWrittenOff off ? off.reasonCode() : null,
                null,
                entry.id().value());
    }

    TimelineItemView with(String said) {
        return new TimelineItemView(at, kind, amount, said, paymentAttemptId, journalEntryId);
    }

    TimelineItemView with(PaymentAttempt attempt, @Nullable String said) {
        return new TimelineItemView(at, kind, amount, said, attempt.id().value(), journalEntryId);
    }
}
