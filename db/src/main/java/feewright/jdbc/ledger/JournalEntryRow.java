package feewright.jdbc.ledger;

import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.jdbc.sql.Row;
import feewright.ledger.DisputeId;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger.EntryKind;
import feewright.ledger.Transfer;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of journal_entry: what an occasion is of, in the columns that its kind has. */
record JournalEntryRow(JournalEntry entry, EntryKind kind, Of of, Told told) {

    /** What the occasion refers to. */
    record Of(
            @Nullable UUID invoice,
            @Nullable UUID grant,
            @Nullable UUID entry,
            @Nullable UUID dispute,
            @Nullable UUID suspense) {

        Of(@Nullable UUID invoice, @Nullable UUID grant, @Nullable UUID entry) {
            this(invoice, grant, entry, null, null);
        }
    }

    /** What else it says. */
    record Told(
            @Nullable String method,
            @Nullable Boolean automatic,
            @Nullable String series,
            @Nullable Long number,
            @Nullable Boolean byHand) {

        static final Told NOTHING = new Told(null, null, null, null, null);
    }

    static JournalEntryRow of(JournalEntry entry) {
        EntryCause cause = entry.cause();
        return new JournalEntryRow(entry, EntryKind.of(cause), subject(cause), told(cause));
    }

    private static Of subject(EntryCause cause) {
        return switch (cause) {
            case EntryCause.InvoiceVoided(InvoiceId invoice) -> new Of(invoice.value(), null, null);
            case EntryCause.PaymentReceived received -> new Of(value(received.invoice()), null, null);
            case EntryCause.PaymentRefunded refunded ->
                new Of(value(refunded.invoice()), null, refunded.payment().value());
            case EntryCause.PaymentReturned returned ->
                new Of(value(returned.invoice()), null, returned.payment().value());
            case EntryCause.PaymentReversed reversed ->
                new Of(value(reversed.invoice()), null, reversed.payment().value());
            case EntryCause.RefundFailed failed ->
                new Of(value(failed.invoice()), null, failed.payment().value());
            case EntryCause.CreditRefunded refunded -> {
                JournalEntryId payment = refunded.payment();
                yield new Of(null, refunded.grant().value(), payment == null ? null : payment.value());
            }
            case EntryCause.InvoiceWrittenOff off -> {
                DisputeId dispute = off.dispute();
                yield new Of(off.invoice().value(), null, null, dispute == null ? null : dispute.value(), null);
            }
            case EntryCause.CreditGranted(GrantId grant) -> new Of(null, grant.value(), null);
            case EntryCause.CreditApplied applied -> new Of(applied.invoice().value(), null, null);
            case EntryCause.CreditUnapplied(InvoiceId invoice, JournalEntryId application) ->
                new Of(invoice.value(), null, application.value());
            case EntryCause.CreditWithdrawn(InvoiceId invoice, JournalEntryId payment) ->
                new Of(invoice.value(), null, payment.value());
            case EntryCause.CreditReversed(GrantId grant) -> new Of(null, grant.value(), null);
            case EntryCause.CreditExpired(GrantId grant) -> new Of(null, grant.value(), null);
            case EntryCause.InvoiceCredited credited ->
                new Of(credited.invoice().value(), null, null);
            case EntryCause.Disputed disputed -> {
                JournalEntryId payment = disputed.payment();
                yield new Of(
                        value(disputed.invoice()),
                        null,
                        payment == null ? null : payment.value(),
                        disputed.dispute().value(),
                        null);
            }
            case EntryCause.MoneySuspended suspended ->
                new Of(
                        value(suspended.invoice()),
                        null,
                        value(suspended.payment()),
                        suspended.dispute() == null ? null : suspended.dispute().value(),
                        value(suspended.item()));
            case EntryCause.SuspenseSettled settled ->
                new Of(
                        value(settled.invoice()),
                        null,
                        null,
                        null,
                        settled.item().value());
        };
    }

    private static Told told(EntryCause cause) {
        return switch (cause) {
            case EntryCause.PaymentReceived received ->
                new Told(received.method().code(), null, null, null, null);
            case EntryCause.PaymentReversed reversed ->
                new Told(reversed.method().code(), null, null, null, null);
            case EntryCause.CreditApplied applied -> new Told(null, applied.automatic(), null, null, null);
            case EntryCause.InvoiceCredited credited ->
                new Told(
                        null,
                        null,
                        credited.number().series(),
                        credited.number().sequence(),
                        null);
            case EntryCause.PaymentRefunded refunded -> new Told(null, null, null, null, refunded.byHand());
            case EntryCause.CreditRefunded refunded -> new Told(null, null, null, null, refunded.byHand());
            default -> Told.NOTHING;
        };
    }

    private static @Nullable UUID value(@Nullable JournalEntryId entry) {
        return entry == null ? null : entry.value();
    }

    private static @Nullable UUID value(@Nullable InvoiceId invoice) {
        return invoice == null ? null : invoice.value();
    }

    static JournalEntry read(FirmId firm, Row row, List<Transfer> transfers) throws SQLException {
        return new JournalEntry(
                new JournalEntryId(row.uuid("entry_id")),
                new JournalEntry.Parties(firm, new ClientId(row.uuid("client_id"))),
                cause(row),
                row.money("amount_minor", row.currency("currency")),
                row.date("booked_on"),
                transfers,
                new JournalEntry.Recorded(
                        new PersonId(row.uuid("recorded_by")),
                        row.instant("recorded_at"),
                        new DecisionId(row.uuid("decision_id"))));
    }

    private static EntryCause cause(Row row) throws SQLException {
        UUID invoice = row.maybeUuid("invoice_id");
        UUID entry = row.maybeUuid("of_entry_id");
        EntryKind kind = row.constant(EntryKind.class, "kind");
        return switch (kind) {
            case INVOICE_VOIDED -> new EntryCause.InvoiceVoided(known(invoice));
            case PAYMENT_RECEIVED ->
                new EntryCause.PaymentReceived(
                        invoice == null ? null : known(invoice), row.constant(EntryCause.Method.class, "method"));
            case PAYMENT_REFUNDED ->
                new EntryCause.PaymentRefunded(
                        entry(entry), invoice == null ? null : known(invoice), row.flag("by_hand"));
            case PAYMENT_RETURNED ->
                new EntryCause.PaymentReturned(entry(entry), invoice == null ? null : known(invoice));
            case PAYMENT_REVERSED ->
                new EntryCause.PaymentReversed(
                        entry(entry),
                        invoice == null ? null : known(invoice),
                        row.constant(EntryCause.Method.class, "method"));
            case REFUND_FAILED -> new EntryCause.RefundFailed(entry(entry), invoice == null ? null : known(invoice));
            case CREDIT_REFUNDED ->
                new EntryCause.CreditRefunded(grant(row), entry == null ? null : entry(entry), row.flag("by_hand"));
            case INVOICE_WRITTEN_OFF -> {
                UUID dispute = row.maybeUuid("dispute_id");
                yield new EntryCause.InvoiceWrittenOff(known(invoice), dispute == null ? null : new DisputeId(dispute));
            }
            case CREDIT_GRANTED -> new EntryCause.CreditGranted(grant(row));
            case CREDIT_APPLIED -> new EntryCause.CreditApplied(known(invoice), row.flag("automatic"));
            case CREDIT_UNAPPLIED -> new EntryCause.CreditUnapplied(known(invoice), entry(entry));
            case CREDIT_WITHDRAWN -> new EntryCause.CreditWithdrawn(known(invoice), entry(entry));
            case CREDIT_REVERSED -> new EntryCause.CreditReversed(grant(row));
            case CREDIT_EXPIRED -> new EntryCause.CreditExpired(grant(row));
            case INVOICE_CREDITED ->
                new EntryCause.InvoiceCredited(
                        known(invoice), new InvoiceNumber(row.text("series"), row.bigint("number")));
            case DISPUTE_WITHDRAWN, DISPUTE_FEE, DISPUTE_REINSTATED, CHARGED_BACK, CHARGEBACK_REVERSED ->
                new EntryCause.Disputed(
                        new DisputeId(row.uuid("dispute_id")),
                        entry == null ? null : entry(entry),
                        invoice == null ? null : known(invoice),
                        EntryCause.Act.valueOf(kind.name()));
            case MONEY_SUSPENDED -> {
                UUID dispute = row.maybeUuid("dispute_id");
                UUID item = row.maybeUuid("suspense_id");
                yield new EntryCause.MoneySuspended(
                        item == null ? null : entry(item),
                        entry == null ? null : entry(entry),
                        invoice == null ? null : known(invoice),
                        dispute == null ? null : new DisputeId(dispute));
            }
            case SUSPENSE_RESOLVED ->
                new EntryCause.SuspenseSettled(entry(row.uuid("suspense_id")), invoice == null ? null : known(invoice));
        };
    }

    private static InvoiceId known(@Nullable UUID invoice) {
        return new InvoiceId(Objects.requireNonNull(invoice));
    }

    private static JournalEntryId entry(@Nullable UUID entry) {
        return new JournalEntryId(Objects.requireNonNull(entry));
    }

    private static GrantId grant(Row row) throws SQLException {
        return new GrantId(row.uuid("grant_id"));
    }
}
