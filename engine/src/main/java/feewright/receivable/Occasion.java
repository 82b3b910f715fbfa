package feewright.receivable;

import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happened that moved money. The issue of an invoice is the one occasion that is not here: the invoice itself is its entry. */
public sealed interface Occasion {

    record InvoiceVoided(InvoiceId invoice) implements Occasion {}

    /** Money came in, for an invoice or (null) as a deposit. */
    record PaymentReceived(@Nullable InvoiceId invoice, Method method) implements Occasion {}

    /**
     * Money of a payment was given back; null for the invoice where the payment was a deposit. {@code byHand}: somebody paid it another
     * way than through the processor that brought it.
     */
    record PaymentRefunded(JournalEntryId payment, @Nullable InvoiceId invoice, boolean byHand) implements Occasion {

        /** By hand. */
        public PaymentRefunded(JournalEntryId payment, @Nullable InvoiceId invoice) {
            this(payment, invoice, true);
        }
    }

    /** Money of a payment did not stay: a bank took it back. */
    record PaymentReturned(JournalEntryId payment, @Nullable InvoiceId invoice) implements Occasion {}

    /** A payment that was recorded by hand never was: it is taken back as if it had not been recorded. No money moved. */
    record PaymentReversed(JournalEntryId payment, @Nullable InvoiceId invoice, Method method) implements Occasion {

        public PaymentReversed {
            if (!method.isByHand()) {
                throw new IllegalArgumentException("only what was recorded by hand can be reversed");
            }
        }
    }

    /** Credit that a payment had made pays for an invoice no more, because the payment was reversed. */
    record CreditWithdrawn(InvoiceId invoice, JournalEntryId payment) implements Occasion {}

    /** Money of a payment that was given back did not arrive, and came back. */
    record RefundFailed(JournalEntryId payment, @Nullable InvoiceId invoice) implements Occasion {}

    /**
     * What was left of a grant was paid out: money of a payment that a processor brought, through it; or by hand, with what had made the
     * grant, if something had.
     */
    record CreditRefunded(GrantId grant, @Nullable JournalEntryId payment, boolean byHand) implements Occasion {

        /** By hand. */
        public CreditRefunded(GrantId grant, @Nullable JournalEntryId payment) {
            this(grant, payment, true);
        }
    }

    /** What an invoice owed was given up: by a person (null), or by a rule because the dispute was lost. */
    record InvoiceWrittenOff(InvoiceId invoice, @Nullable DisputeId dispute) implements Occasion {

        /** By a person. */
        public InvoiceWrittenOff(InvoiceId invoice) {
            this(invoice, null);
        }

        /** The code of the reason, where it was not a person's. */
        public @Nullable String reasonCode() {
            return dispute == null ? null : "chargeback";
        }
    }

    record CreditGranted(GrantId grant) implements Occasion {}

    record CreditApplied(InvoiceId invoice, boolean automatic) implements Occasion {}

    record CreditUnapplied(InvoiceId invoice, JournalEntryId application) implements Occasion {}

    record CreditReversed(GrantId grant) implements Occasion {}

    record CreditExpired(GrantId grant) implements Occasion {}

    /** A credit note: it has a number in a series of its own. */
    record InvoiceCredited(InvoiceId invoice, InvoiceNumber number) implements Occasion {}

    /**
     * A dispute moved money of a payment. Payment and invoice are null where it moved another currency than theirs: then neither is
     * touched by it.
     */
    record Disputed(
            DisputeId dispute,
            @Nullable JournalEntryId payment,
            @Nullable InvoiceId invoice,
            Act act) implements Occasion {}

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
            implements Occasion {}

    /** Money left suspense for where it belongs; null for the invoice where it has none in this currency. */
    record SuspenseSettled(JournalEntryId item, @Nullable InvoiceId invoice) implements Occasion {}

    /** What a dispute does to money. */
    enum Act {
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
    enum Method {
        CHEQUE,
        WIRE,
        CASH,
        OTHER,
        /** Collected by a payment processor, and never recorded by hand. */
        PROCESSOR;

        public boolean isByHand() {
            return this != PROCESSOR;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
