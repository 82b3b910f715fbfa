package feewright.jdbc.ledger;

import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Transfer;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of transfer. It names at most one invoice and one grant, which is all that two accounts can be of. */
public record TransferRow(Source source, int number, Transfer transfer) {

    /** What made the transfer: a journal entry, or (null) the issue of the invoice that the source is. */
    record Source(UUID id, UUID client, @Nullable UUID entry, LocalDate on, Instant at) {}

    static List<TransferRow> of(JournalEntry entry) {
        UUID id = entry.id().value();
        Source source = new Source(
                id,
                entry.of().client().value(),
                id,
                entry.on(),
                entry.recorded().at());
        return numbered(source, entry.transfers());
    }

    /** What an invoice owes, by what it charges for; a category below zero lowers it, one of zero moves nothing. */
    static List<TransferRow> of(Invoice invoice) {
        Invoice.Head head = invoice.head();
        Source source = new Source(
                head.id().value(),
                head.parties().client().value(),
                null,
                head.dates().issue(),
                head.provenance().issuedAt());
        List<Transfer> transfers = new ArrayList<>();
        for (Category category : Category.values()) {
            Money amount = head.totals().of(category);
            if (!amount.isZero()) {
                transfers.add(Transfer.of(new Account.Receivable(head.id()), new Account.Revenue(category), amount));
            }
        }
        return numbered(source, transfers);
    }

    private static List<TransferRow> numbered(Source source, List<Transfer> transfers) {
        List<TransferRow> rows = new ArrayList<>();
        for (Transfer transfer : transfers) {
            rows.add(new TransferRow(source, rows.size() + 1, transfer));
        }
        return rows;
    }

    @Nullable
    UUID invoice() {
        return transfer.debit() instanceof Account.Receivable(InvoiceId invoice)
                ? invoice.value()
                : transfer.credit() instanceof Account.Receivable(InvoiceId other) ? other.value() : null;
    }

    @Nullable
    UUID grant() {
        return transfer.debit() instanceof Account.ClientCredit(GrantId grant)
                ? grant.value()
                : transfer.credit() instanceof Account.ClientCredit(GrantId other) ? other.value() : null;
    }

    long minor() {
        return Parameters.minor(transfer.amount());
    }

    public static Transfer read(Row row, CurrencyUnit currency) throws SQLException {
        UUID invoice = row.maybeUuid("invoice_id");
        UUID grant = row.maybeUuid("grant_id");
        return new Transfer(
                account(row.text("debit"), invoice, grant),
                account(row.text("credit"), invoice, grant),
                row.money("amount_minor", currency));
    }

    /** The account with a code; the invoice or the grant where it is an account of one. */
    static Account account(String code, @Nullable UUID invoice, @Nullable UUID grant) {
        return switch (code) {
            case "receivable" -> new Account.Receivable(new InvoiceId(Objects.requireNonNull(invoice)));
            case "client_credit" -> new Account.ClientCredit(new GrantId(Objects.requireNonNull(grant)));
            default ->
                code.startsWith("revenue_")
                        ? new Account.Revenue(Category.valueOf(
                                code.substring("revenue_".length()).toUpperCase(Locale.ROOT)))
                        : Account.FirmAccount.valueOf(code.toUpperCase(Locale.ROOT));
        };
    }

    /** Columns for the texts that write transfers. */
    static Parameters parameters(FirmId firm, List<TransferRow> rows) {
        return Parameters.of(firm)
                .rows(rows)
                .uuid("sources", row -> row.source().id())
                .integer("numbers", TransferRow::number)
                .uuid("clients", row -> row.source().client())
                .text(
                        "currencies",
                        row -> row.transfer().amount().getCurrencyUnit().getCode())
                .text("debits", row -> row.transfer().debit().code())
                .text("credits", row -> row.transfer().credit().code())
                .bigint("amounts", TransferRow::minor)
                .uuid("invoices", TransferRow::invoice)
                .uuid("grants", TransferRow::grant)
                .uuid("entries", row -> row.source().entry())
                .date("days", row -> row.source().on())
                .instant("instants", row -> row.source().at())
                .parameters();
    }
}
