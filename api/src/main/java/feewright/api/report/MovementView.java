package feewright.api.report;

import feewright.api.json.MoneyJson;
import feewright.ledger.Ledger;
import feewright.report.AccountMovement;
import feewright.report.ClientBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of a client's account: by how much what it owes and its credit moved (below zero: down), and the balance after it.
 * {@code kind} is that of the journal entry that {@code source_id} names, or invoice_issued, where it names the invoice.
 */
record MovementView(
        LocalDate bookedOn,
        Instant recordedAt,
        String kind,
        UUID sourceId,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber,
        @Nullable UUID creditId,
        @Nullable String creditNoteNumber,
        String debitAccount,
        String creditAccount,
        MoneyJson owed,
        MoneyJson credit,
        MoneyJson balance) {

    static MovementView of(AccountMovement movement, ClientBalance after) {
        AccountMovement.Source source = movement.source();
        AccountMovement.Invoiced invoice = source.invoice();
        return new MovementView(
                movement.booked().on(),
                movement.booked().at(),
                kind(source.kind()),
                source.id(),
                invoice == null ? null : invoice.id().value(),
                invoice == null ? null : invoice.number().toString(),
                source.grant() == null ? null : source.grant().value(),
                source.creditNote() == null ? null : source.creditNote().toString(),
                movement.transfer().debit().code(),
                movement.transfer().credit().code(),
                MoneyJson.of(movement.owed()),
                MoneyJson.of(movement.credit()),
                MoneyJson.of(after.balance()));
    }

    private static String kind(Ledger.@Nullable EntryKind kind) {
        return kind == null ? "invoice_issued" : kind.code();
    }

    List<@Nullable Object> row(String currency) {
        return Cells.row(
                currency,
                bookedOn,
                kind,
                sourceId,
                invoiceId,
                invoiceNumber,
                creditId,
                creditNoteNumber,
                owed.amount(),
                credit.amount(),
                balance.amount());
    }
}
