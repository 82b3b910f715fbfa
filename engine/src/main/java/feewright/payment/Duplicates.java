package feewright.payment;

import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds payments that may be recorded twice: of the same amount, day and reference, for whichever invoice or client (requirement T6).
 * References are customers' words, and compared as such: what was purged is like nothing, and without a reference nothing repeats.
 */
record Duplicates(Ledger ledger, CustomerTexts customerTexts) {

    /** The first payment that is alike, but for one that is about to be reversed (null: none is). */
    Optional<JournalEntryId> of(FirmId firm, MoneyIn.Received received, @Nullable JournalEntryId reversed) {
        CustomerText reference = received.reference();
        if (received.duplicate() || reference == null) {
            return Optional.empty();
        }
        List<JournalEntryId> alike = ledger.payments(firm, received.amount(), received.on());
        Map<CustomerTextKey, CustomerText> references =
                customerTexts.of(firm, alike.stream().map(JournalEntryId::value).toList());
        return alike.stream()
                .filter(payment -> !payment.equals(reversed))
                .filter(payment -> Optional.ofNullable(
                                references.get(CustomerTextKey.of(payment, CustomerTextKey.REFERENCE)))
                        .filter(other -> plain(other).equals(plain(reference)))
                        .isPresent())
                .findFirst();
    }

    /** Capitals and spaces make no difference. */
    private static String plain(CustomerText reference) {
        return reference.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
