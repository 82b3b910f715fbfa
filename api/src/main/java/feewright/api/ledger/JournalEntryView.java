package feewright.api.ledger;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.DisputeId;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.platform.CustomerTextKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry with its transfers. Words are content, absent for platform operators: the {@code reason}, which no client is shown, the
 * {@code reference} of a payment, and {@code client_note}, which is what the client is to read.
 */
public record JournalEntryView(
        UUID id,
        String kind,
        UUID clientId,
        @Nullable UUID invoiceId,
        @Nullable UUID creditId,
        @Nullable UUID paymentId,
        @Nullable UUID creditApplicationId,
        @Nullable UUID disputeId,
        @Nullable UUID suspenseItemId,
        @Nullable String reasonCode,
        @Nullable String method,
        @Nullable Boolean automatic,
        @Nullable Boolean offline,
        @Nullable String number,
        MoneyJson amount,
        LocalDate bookedOn,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable String clientNote,
        List<TransferView> transfers,
        UUID decisionId,
        UUID recordedBy,
        Instant recordedAt) {

    /** One transfer: the codes of its accounts, and what they are the accounts of, if of something. */
    record TransferView(
            String debit,
            String credit,
            @Nullable UUID invoiceId,
            @Nullable UUID creditId,
            MoneyJson amount) {

        public static TransferView of(Transfer transfer) {
            return new TransferView(
                    transfer.debit().code(),
                    transfer.credit().code(),
                    invoice(transfer.debit(), transfer.credit()),
                    grant(transfer.debit(), transfer.credit()),
                    MoneyJson.of(transfer.amount()));
        }

        private static @Nullable UUID invoice(Account one, Account other) {
            return one instanceof Account.Receivable receivable
                    ? receivable.invoice().value()
                    : other instanceof Account.Receivable receivable
                            ? receivable.invoice().value()
                            : null;
        }

        private static @Nullable UUID grant(Account one, Account other) {
            return one instanceof Account.ClientCredit credit
                    ? credit.grant().value()
                    : other instanceof Account.ClientCredit credit
                            ? credit.grant().value()
                            : null;
        }
    }

    /** What an occasion refers to. */
    private record Of(
            @Nullable UUID invoice,
            @Nullable UUID credit,
            @Nullable UUID payment,
            @Nullable UUID application) {

        static Of of(EntryCause cause) {
            return switch (cause) {
                case EntryCause.InvoiceVoided voided -> invoice(voided.invoice());
                case EntryCause.PaymentReceived received -> invoice(received.invoice());
                case EntryCause.PaymentRefunded refunded ->
                    new Of(value(refunded.invoice()), null, refunded.payment().value(), null);
                case EntryCause.PaymentReturned returned ->
                    new Of(value(returned.invoice()), null, returned.payment().value(), null);
                case EntryCause.PaymentReversed reversed ->
                    new Of(value(reversed.invoice()), null, reversed.payment().value(), null);
                case EntryCause.RefundFailed failed ->
                    new Of(value(failed.invoice()), null, failed.payment().value(), null);
                case EntryCause.CreditRefunded refunded ->
                    new Of(
                            null,
                            refunded.grant().value(),
                            refunded.payment() == null
                                    ? null
                                    : refunded.payment().value(),
                            null);
                case EntryCause.InvoiceWrittenOff off -> invoice(off.invoice());
                case EntryCause.CreditGranted granted ->
                    new Of(null, granted.grant().value(), null, null);
                case EntryCause.CreditApplied applied -> invoice(applied.invoice());
                case EntryCause.CreditUnapplied back ->
                    new Of(
                            back.invoice().value(),
                            null,
                            null,
                            back.application().value());
                case EntryCause.CreditWithdrawn withdrawn ->
                    new Of(
                            withdrawn.invoice().value(),
                            null,
                            withdrawn.payment().value(),
                            null);
                case EntryCause.CreditReversed reversed ->
                    new Of(null, reversed.grant().value(), null, null);
                case EntryCause.CreditExpired expired ->
                    new Of(null, expired.grant().value(), null, null);
                case EntryCause.InvoiceCredited credited -> invoice(credited.invoice());
                case EntryCause.Disputed disputed ->
                    new Of(
                            value(disputed.invoice()),
                            null,
                            disputed.payment() == null
                                    ? null
                                    : disputed.payment().value(),
                            null);
                case EntryCause.MoneySuspended suspended ->
                    new Of(
                            value(suspended.invoice()),
                            null,
                            suspended.payment() == null
                                    ? null
                                    : suspended.payment().value(),
                            null);
                case EntryCause.SuspenseSettled settled -> invoice(settled.invoice());
            };
        }

        private static Of invoice(@Nullable InvoiceId invoice) {
            return new Of(value(invoice), null, null, null);
        }

        private static @Nullable UUID value(@Nullable InvoiceId invoice) {
            return invoice == null ? null : invoice.value();
        }
    }

    private static @Nullable UUID dispute(EntryCause cause) {
        DisputeId dispute = switch (cause) {
            case EntryCause.Disputed disputed -> disputed.dispute();
            case EntryCause.InvoiceWrittenOff off -> off.dispute();
            case EntryCause.MoneySuspended suspended -> suspended.dispute();
            default -> null;
        };
        return dispute == null ? null : dispute.value();
    }

    private static @Nullable String method(EntryCause cause) {
        return switch (cause) {
            case EntryCause.PaymentReceived received -> received.method().code();
            case EntryCause.PaymentReversed reversed -> reversed.method().code();
            default -> null;
        };
    }

    private static @Nullable Boolean byHand(EntryCause cause) {
        return switch (cause) {
            case EntryCause.PaymentRefunded refunded -> refunded.byHand();
            case EntryCause.CreditRefunded refunded -> refunded.byHand();
            default -> null;
        };
    }

    private static @Nullable UUID suspense(JournalEntry entry) {
        return switch (entry.cause()) {
            case EntryCause.SuspenseSettled settled -> settled.item().value();
            case EntryCause.MoneySuspended suspended ->
                suspended.item() == null ? entry.id().value() : suspended.item().value();
            default -> null;
        };
    }

    public static JournalEntryView of(JournalEntry entry, Names.Known known) {
        EntryCause cause = entry.cause();
        Of of = Of.of(cause);
        return new JournalEntryView(
                entry.id().value(),
                Ledger.EntryKind.of(cause).code(),
                entry.of().client().value(),
                of.invoice(),
                of.credit(),
                of.payment(),
                of.application(),
                dispute(cause),
                suspense(entry),
                cause instanceof EntryCause.InvoiceWrittenOff off ? off.reasonCode() : null,
                method(cause),
                cause instanceof EntryCause.CreditApplied applied ? applied.automatic() : null,
                byHand(cause),
                cause instanceof EntryCause.InvoiceCredited credited
                        ? credited.number().toString()
                        : null,
                MoneyJson.of(entry.amount()),
                entry.on(),
                known.text(entry.id(), CustomerTextKey.REASON),
                known.text(entry.id(), CustomerTextKey.REFERENCE),
                known.text(entry.id(), CustomerTextKey.CLIENT_NOTE),
                entry.transfers().stream().map(TransferView::of).toList(),
                entry.recorded().decision().value(),
                entry.recorded().by().value(),
                entry.recorded().at());
    }
}
