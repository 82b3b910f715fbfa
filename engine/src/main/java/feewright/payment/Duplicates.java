package feewright.payment;

import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds payments that may be recorded twice: of the same amount, day and reference, for whichever invoice or client (requirement T6).
 * References are customers' words, and compared as such: what was purged is like nothing, and without a reference nothing repeats.
 */
record Duplicates(Ledger ledger, Contents contents) {

    /** The first payment that is alike, but for one that is about to be reversed (null: none is). */
    Optional<JournalEntryId> of(FirmId firm, MoneyIn.Received received, @Nullable JournalEntryId reversed) {
        Content reference = received.reference();
        if (received.duplicate() || reference == null) {
            return Optional.empty();
        }
        List<JournalEntryId> alike = ledger.payments(firm, received.amount(), received.on());
        Map<ContentKey, Content> references =
                contents.of(firm, alike.stream().map(JournalEntryId::value).toList());
        return alike.stream()
                .filter(payment -> !payment.equals(reversed))
                .filter(payment -> Optional.ofNullable(references.get(ContentKey.of(payment, ContentKey.REFERENCE)))
                        .filter(other -> plain(other).equals(plain(reference)))
                        .isPresent())
                .findFirst();
    }

    /** Capitals and spaces make no difference. */
    private static String plain(Content reference) {
        return reference.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
