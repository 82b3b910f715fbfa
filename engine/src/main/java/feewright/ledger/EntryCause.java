package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.platform.Coded;
import org.jspecify.annotations.Nullable;

/** What happened that moved money. The issue of an invoice is the one occasion that is not here: the invoice itself is its entry. */
public sealed interface EntryCause {

    record InvoiceVoided(InvoiceId invoice) implements EntryCause {}

    /** Money came in, for an invoice or (null) as a deposit. */
    record PaymentReceived(@Nullable InvoiceId invoice, Method method) implements EntryCause {}

    /**
     * Money of a payment was given back; null for the invoice where the payment was a deposit. {@code byHand}: somebody paid it another
     * way than through the processor that brought it.
     */
    record PaymentRefunded(JournalEntryId payment, @Nullable InvoiceId invoice, boolean byHand) implements EntryCause {

        /** By hand. */
        public PaymentRefunded(JournalEntryId payment, @Nullable InvoiceId invoice) {
            this(payment, invoice, true);
        }
    }

    /** Money of a payment did not stay: a bank took it back. */
    record PaymentReturned(JournalEntryId payment, @Nullable InvoiceId invoice) implements EntryCause {}

    /** A payment that was recorded by hand never was: it is taken back as if it had not been recorded. No money moved. */
    record PaymentReversed(JournalEntryId payment, @Nullable InvoiceId invoice, Method method) implements EntryCause {

        public PaymentReversed {
            if (!method.isByHand()) {
                throw new IllegalArgumentException("only what was recorded by hand can be reversed");
            }
        }
    }

    /** Credit that a payment had made pays for an invoice no more, because the payment was reversed. */
    record CreditWithdrawn(InvoiceId invoice, JournalEntryId payment) implements EntryCause {}

    /** Money of a payment that was given back did not arrive, and came back. */
    record RefundFailed(JournalEntryId payment, @Nullable InvoiceId invoice) implements EntryCause {}

    /**
     * What was left of a grant was paid out: money of a payment that a processor brought, through it; or by hand, with what had made the
     * grant, if something had.
     */
    record CreditRefunded(GrantId grant, @Nullable JournalEntryId payment, boolean byHand) implements EntryCause {

        /** By hand. */
        public CreditRefunded(GrantId grant, @Nullable JournalEntryId payment) {
            this(grant, payment, true);
        }
    }

    /** What an invoice owed was given up: by a person (null), or by a rule because the dispute was lost. */
    record InvoiceWrittenOff(InvoiceId invoice, @Nullable DisputeId dispute) implements EntryCause {

        /** By a person. */
        public InvoiceWrittenOff(InvoiceId invoice) {
            this(invoice, null);
        }

        /** The code of the reason, where it was not a person's. */
        public @Nullable String reasonCode() {
            return dispute == null ? null : "chargeback";
        }
    }

    record CreditGranted(GrantId grant) implements EntryCause {}

    record CreditApplied(InvoiceId invoice, boolean automatic) implements EntryCause {}

    record CreditUnapplied(InvoiceId invoice, JournalEntryId application) implements EntryCause {}

    record CreditReversed(GrantId grant) implements EntryCause {}

    record CreditExpired(GrantId grant) implements EntryCause {}

    /** A credit note: it has a number in a series of its own. */
    record InvoiceCredited(InvoiceId invoice, InvoiceNumber number) implements EntryCause {}

    /**
     * A dispute moved money of a payment. Payment and invoice are null where it moved another currency than theirs: then neither is
     * touched by it.
     */
    record Disputed(
            DisputeId dispute,
            @Nullable JournalEntryId payment,
            @Nullable InvoiceId invoice,
            Act act) implements EntryCause {}

    /**
     * A processor says that money went or came, and no rule lets that count; or a part of that counts now and leaves suspense again.
     * {@code item}: what it adds to, null where it is an item of its own. All but the dispute are null where the money is of another
     * currency than theirs.
     */
    record MoneySuspended(
            @Nullable JournalEntryId item,
            @Nullable JournalEntryId payment,
            @Nullable InvoiceId invoice,
            @Nullable DisputeId dispute)
            implements EntryCause {}

    /** Money left suspense for where it belongs; null for the invoice where it has none in this currency. */
    record SuspenseSettled(JournalEntryId item, @Nullable InvoiceId invoice) implements EntryCause {}

    /** What a dispute does to money. */
    enum Act implements Coded {
        /** The processor takes it out of what the firm has. */
        DISPUTE_WITHDRAWN,
        /** The processor charges for the dispute, or gives back what it charged. */
        DISPUTE_FEE,
        /** The processor puts it back. */
        DISPUTE_REINSTATED,
        /** It is lost: the invoice owes again, or it is a loss. */
        CHARGED_BACK,
        /** It is not lost after all. */
        CHARGEBACK_REVERSED
    }

    /** How money came in. */
    enum Method implements Coded {
        CHEQUE,
        WIRE,
        CASH,
        OTHER,
        /** Collected by a payment processor, and never recorded by hand. */
        PROCESSOR;

        public boolean isByHand() {
            return this != PROCESSOR;
        }
    }
}
