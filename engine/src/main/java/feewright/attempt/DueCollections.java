package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.payment.Autopay;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that the due collections of a firm are about, read at once. */
record DueCollections(
        Moment moment,
        Map<InvoiceId, InvoiceAccount> accounts,
        Map<InvoiceId, List<PaymentAttempt>> attempts,
        Map<ClientId, Autopay> autopay) {

    /** Whose round it is, and when. */
    record Moment(FirmId firm, Instant now) {}

    static DueCollections of(Moment moment, List<CollectionCursor> due, CollectionRecords records, Bookkeeping books) {
        FirmId firm = moment.firm();
        List<InvoiceId> invoices = due.stream().map(CollectionCursor::invoice).toList();
        List<ClientId> clients =
                due.stream().map(CollectionCursor::client).distinct().toList();
        return new DueCollections(
                moment,
                books.ledger().read(firm, invoices).stream()
                        .collect(Collectors.toMap(InvoiceAccount::invoice, Function.identity())),
                records.attempts().of(firm, invoices).stream()
                        .collect(Collectors.groupingBy(attempt -> attempt.of().invoice())),
                records.methods().autopay(firm, clients).stream()
                        .collect(Collectors.toMap(Autopay::client, Function.identity())));
    }

    FirmId firm() {
        return moment.firm();
    }

    Instant now() {
        return moment.now();
    }

    InvoiceAccount account(CollectionCursor cursor) {
        return Objects.requireNonNull(accounts.get(cursor.invoice()));
    }

    List<PaymentAttempt> attempts(CollectionCursor cursor) {
        return attempts.getOrDefault(cursor.invoice(), List.of());
    }

    @Nullable
    Autopay autopay(CollectionCursor cursor) {
        return autopay.get(cursor.client());
    }
}
