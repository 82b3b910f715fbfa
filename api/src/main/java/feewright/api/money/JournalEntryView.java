package feewright.api.money;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.firm.ContentKey;
import feewright.invoice.InvoiceId;
import feewright.receivable.Account;
import feewright.receivable.DisputeId;
import feewright.receivable.JournalEntry;
import feewright.receivable.Ledger;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
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
        @Nullable UUID applicationId,
        @Nullable UUID disputeId,
        @Nullable UUID suspenseItemId,
        @Nullable String reasonCode,
        @Nullable String method,
        @Nullable Boolean automatic,
        @Nullable Boolean byHand,
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

        static TransferView of(Transfer transfer) {
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

        static Of of(Occasion occasion) {
            return switch (occasion) {
                case Occasion.InvoiceVoided voided -> invoice(voided.invoice());
                case Occasion.PaymentReceived received -> invoice(received.invoice());
                case Occasion.PaymentRefunded refunded ->
                    new Of(value(refunded.invoice()), null, refunded.payment().value(), null);
                case Occasion.PaymentReturned returned ->
                    new Of(value(returned.invoice()), null, returned.payment().value(), null);
                case Occasion.PaymentReversed reversed ->
                    new Of(value(reversed.invoice()), null, reversed.payment().value(), null);
                case Occasion.RefundFailed failed ->
                    new Of(value(failed.invoice()), null, failed.payment().value(), null);
                case Occasion.CreditRefunded refunded ->
                    new Of(
                            null,
                            refunded.grant().value(),
                            refunded.payment() == null
                                    ? null
                                    : refunded.payment().value(),
                            null);
                case Occasion.InvoiceWrittenOff off -> invoice(off.invoice());
                case Occasion.CreditGranted granted ->
                    new Of(null, granted.grant().value(), null, null);
                case Occasion.CreditApplied applied -> invoice(applied.invoice());
                case Occasion.CreditUnapplied back ->
                    new Of(
                            back.invoice().value(),
                            null,
                            null,
                            back.application().value());
                case Occasion.CreditWithdrawn withdrawn ->
                    new Of(
                            withdrawn.invoice().value(),
                            null,
                            withdrawn.payment().value(),
                            null);
                case Occasion.CreditReversed reversed ->
                    new Of(null, reversed.grant().value(), null, null);
                case Occasion.CreditExpired expired ->
                    new Of(null, expired.grant().value(), null, null);
                case Occasion.InvoiceCredited credited -> invoice(credited.invoice());
                case Occasion.Disputed disputed ->
                    new Of(
                            value(disputed.invoice()),
                            null,
                            disputed.payment() == null
                                    ? null
                                    : disputed.payment().value(),
                            null);
                case Occasion.MoneySuspended suspended ->
                    new Of(
                            value(suspended.invoice()),
                            null,
                            suspended.payment() == null
                                    ? null
                                    : suspended.payment().value(),
                            null);
                case Occasion.SuspenseSettled settled -> invoice(settled.invoice());
            };
        }

        private static Of invoice(@Nullable InvoiceId invoice) {
            return new Of(value(invoice), null, null, null);
        }

        private static @Nullable UUID value(@Nullable InvoiceId invoice) {
            return invoice == null ? null : invoice.value();
        }
    }

    private static @Nullable UUID dispute(Occasion occasion) {
        DisputeId dispute = switch (occasion) {
            case Occasion.Disputed disputed -> disputed.dispute();
            case Occasion.InvoiceWrittenOff off -> off.dispute();
            case Occasion.MoneySuspended suspended -> suspended.dispute();
            default -> null;
        };
        return dispute == null ? null : dispute.value();
    }

    private static @Nullable String method(Occasion occasion) {
        return switch (occasion) {
            case Occasion.PaymentReceived received -> received.method().code();
            case Occasion.PaymentReversed reversed -> reversed.method().code();
            default -> null;
        };
    }

    private static @Nullable Boolean byHand(Occasion occasion) {
        return switch (occasion) {
            case Occasion.PaymentRefunded refunded -> refunded.byHand();
            case Occasion.CreditRefunded refunded -> refunded.byHand();
            default -> null;
        };
    }

    private static @Nullable UUID suspense(JournalEntry entry) {
        return switch (entry.occasion()) {
            case Occasion.SuspenseSettled settled -> settled.item().value();
            case Occasion.MoneySuspended suspended ->
                suspended.item() == null ? entry.id().value() : suspended.item().value();
            default -> null;
        };
    }

    static JournalEntryView of(JournalEntry entry, Names.Known known) {
        Occasion occasion = entry.occasion();
        Of of = Of.of(occasion);
        return new JournalEntryView(
                entry.id().value(),
                Ledger.Kind.of(occasion).code(),
                entry.of().client().value(),
                of.invoice(),
                of.credit(),
                of.payment(),
                of.application(),
                dispute(occasion),
                suspense(entry),
                occasion instanceof Occasion.InvoiceWrittenOff off ? off.reasonCode() : null,
                method(occasion),
                occasion instanceof Occasion.CreditApplied applied ? applied.automatic() : null,
                byHand(occasion),
                occasion instanceof Occasion.InvoiceCredited credited
                        ? credited.number().toString()
                        : null,
                MoneyJson.of(entry.amount()),
                entry.on(),
                known.text(entry.id(), ContentKey.REASON),
                known.text(entry.id(), ContentKey.REFERENCE),
                known.text(entry.id(), ContentKey.CLIENT_NOTE),
                entry.transfers().stream().map(TransferView::of).toList(),
                entry.recorded().decision().value(),
                entry.recorded().by().value(),
                entry.recorded().at());
    }
}
