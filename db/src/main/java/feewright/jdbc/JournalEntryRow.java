package feewright.jdbc;

import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.firm.PersonId;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.receivable.DisputeId;
import feewright.receivable.GrantId;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger.Kind;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.DecisionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of journal_entry: what an occasion is of, in the columns that its kind has. */
record JournalEntryRow(JournalEntry entry, Kind kind, Of of, Told told) {

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
        Occasion occasion = entry.occasion();
        return new JournalEntryRow(entry, Kind.of(occasion), subject(occasion), told(occasion));
    }

    private static Of subject(Occasion occasion) {
        return switch (occasion) {
            case Occasion.InvoiceVoided(InvoiceId invoice) -> new Of(invoice.value(), null, null);
            case Occasion.PaymentReceived received -> new Of(value(received.invoice()), null, null);
            case Occasion.PaymentRefunded refunded ->
                new Of(value(refunded.invoice()), null, refunded.payment().value());
            case Occasion.PaymentReturned returned ->
                new Of(value(returned.invoice()), null, returned.payment().value());
            case Occasion.PaymentReversed reversed ->
                new Of(value(reversed.invoice()), null, reversed.payment().value());
            case Occasion.RefundFailed failed ->
                new Of(value(failed.invoice()), null, failed.payment().value());
            case Occasion.CreditRefunded refunded -> {
                JournalEntryId payment = refunded.payment();
                yield new Of(null, refunded.grant().value(), payment == null ? null : payment.value());
            }
            case Occasion.InvoiceWrittenOff off -> {
                DisputeId dispute = off.dispute();
                yield new Of(off.invoice().value(), null, null, dispute == null ? null : dispute.value(), null);
            }
            case Occasion.CreditGranted(GrantId grant) -> new Of(null, grant.value(), null);
            case Occasion.CreditApplied applied -> new Of(applied.invoice().value(), null, null);
            case Occasion.CreditUnapplied(InvoiceId invoice, JournalEntryId application) ->
                new Of(invoice.value(), null, application.value());
            case Occasion.CreditWithdrawn(InvoiceId invoice, JournalEntryId payment) ->
                new Of(invoice.value(), null, payment.value());
            case Occasion.CreditReversed(GrantId grant) -> new Of(null, grant.value(), null);
            case Occasion.CreditExpired(GrantId grant) -> new Of(null, grant.value(), null);
            case Occasion.InvoiceCredited credited -> new Of(credited.invoice().value(), null, null);
            case Occasion.Disputed disputed -> {
                JournalEntryId payment = disputed.payment();
                yield new Of(
                        value(disputed.invoice()),
                        null,
                        payment == null ? null : payment.value(),
                        disputed.dispute().value(),
                        null);
            }
            case Occasion.MoneySuspended suspended ->
                new Of(
                        value(suspended.invoice()),
                        null,
                        value(suspended.payment()),
                        suspended.dispute() == null ? null : suspended.dispute().value(),
                        value(suspended.item()));
            case Occasion.SuspenseSettled settled ->
                new Of(
                        value(settled.invoice()),
                        null,
                        null,
                        null,
                        settled.item().value());
        };
    }

    private static Told told(Occasion occasion) {
        return switch (occasion) {
            case Occasion.PaymentReceived received -> new Told(received.method().code(), null, null, null, null);
            case Occasion.PaymentReversed reversed -> new Told(reversed.method().code(), null, null, null, null);
            case Occasion.CreditApplied applied -> new Told(null, applied.automatic(), null, null, null);
            case Occasion.InvoiceCredited credited ->
                new Told(
                        null,
                        null,
                        credited.number().series(),
                        credited.number().sequence(),
                        null);
            case Occasion.PaymentRefunded refunded -> new Told(null, null, null, null, refunded.byHand());
            case Occasion.CreditRefunded refunded -> new Told(null, null, null, null, refunded.byHand());
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
                new JournalEntry.Of(firm, new ClientId(row.uuid("client_id"))),
                occasion(row),
                row.money("amount_minor", row.currency("currency")),
                row.date("booked_on"),
                transfers,
                new JournalEntry.Recorded(
                        new PersonId(row.uuid("recorded_by")),
                        row.instant("recorded_at"),
                        new DecisionId(row.uuid("decision_id"))));
    }

    private static Occasion occasion(Row row) throws SQLException {
        UUID invoice = row.maybeUuid("invoice_id");
        UUID entry = row.maybeUuid("of_entry_id");
        Kind kind = row.constant(Kind.class, "kind");
        return switch (kind) {
            case INVOICE_VOIDED -> new Occasion.InvoiceVoided(known(invoice));
            case PAYMENT_RECEIVED ->
                new Occasion.PaymentReceived(
                        invoice == null ? null : known(invoice), row.constant(Occasion.Method.class, "method"));
            case PAYMENT_REFUNDED ->
                new Occasion.PaymentRefunded(
                        entry(entry), invoice == null ? null : known(invoice), row.flag("by_hand"));
            case PAYMENT_RETURNED ->
                new Occasion.PaymentReturned(entry(entry), invoice == null ? null : known(invoice));
            case PAYMENT_REVERSED ->
                new Occasion.PaymentReversed(
                        entry(entry),
                        invoice == null ? null : known(invoice),
                        row.constant(Occasion.Method.class, "method"));
            case REFUND_FAILED -> new Occasion.RefundFailed(entry(entry), invoice == null ? null : known(invoice));
            case CREDIT_REFUNDED ->
                new Occasion.CreditRefunded(grant(row), entry == null ? null : entry(entry), row.flag("by_hand"));
            case INVOICE_WRITTEN_OFF -> {
                UUID dispute = row.maybeUuid("dispute_id");
                yield new Occasion.InvoiceWrittenOff(known(invoice), dispute == null ? null : new DisputeId(dispute));
            }
            case CREDIT_GRANTED -> new Occasion.CreditGranted(grant(row));
            case CREDIT_APPLIED -> new Occasion.CreditApplied(known(invoice), row.flag("automatic"));
            case CREDIT_UNAPPLIED -> new Occasion.CreditUnapplied(known(invoice), entry(entry));
            case CREDIT_WITHDRAWN -> new Occasion.CreditWithdrawn(known(invoice), entry(entry));
            case CREDIT_REVERSED -> new Occasion.CreditReversed(grant(row));
            case CREDIT_EXPIRED -> new Occasion.CreditExpired(grant(row));
            case INVOICE_CREDITED ->
                new Occasion.InvoiceCredited(
                        known(invoice), new InvoiceNumber(row.text("series"), row.bigint("number")));
            case DISPUTE_WITHDRAWN, DISPUTE_FEE, DISPUTE_REINSTATED, CHARGED_BACK, CHARGEBACK_REVERSED ->
                new Occasion.Disputed(
                        new DisputeId(row.uuid("dispute_id")),
                        entry == null ? null : entry(entry),
                        invoice == null ? null : known(invoice),
                        Occasion.Act.valueOf(kind.name()));
            case MONEY_SUSPENDED -> {
                UUID dispute = row.maybeUuid("dispute_id");
                UUID item = row.maybeUuid("suspense_id");
                yield new Occasion.MoneySuspended(
                        item == null ? null : entry(item),
                        entry == null ? null : entry(entry),
                        invoice == null ? null : known(invoice),
                        dispute == null ? null : new DisputeId(dispute));
            }
            case SUSPENSE_SETTLED ->
                new Occasion.SuspenseSettled(entry(row.uuid("suspense_id")), invoice == null ? null : known(invoice));
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
