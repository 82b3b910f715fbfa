package feewright.ledger;

import feewright.invoice.Category;
import feewright.invoice.InvoiceId;
import feewright.platform.Coded;

/** An account of the ledger. A transfer debits one and credits another, so that all accounts of a currency add up to zero. */
public sealed interface Account {

    /** The code that reports and tables use: {@code receivable}, {@code revenue_package}. Not the thing it is the account of. */
    String code();

    /** What an invoice still asks for. */
    record Receivable(InvoiceId invoice) implements Account {
        @Override
        public String code() {
            return "receivable";
        }
    }

    /** What is left of a grant: the firm owes it to the client. */
    record ClientCredit(GrantId grant) implements Account {
        @Override
        public String code() {
            return "client_credit";
        }
    }

    /** What was earned, by what it was charged for. */
    record Revenue(Category category) implements Account {
        @Override
        public String code() {
            return "revenue_" + category.code();
        }
    }

    /** The accounts of which a firm has one in each currency. */
    enum FirmAccount implements Account, Coded {
        /** Money received. */
        CASH,
        /** Money given back. */
        REFUND,
        /** What was given up as lost. */
        WRITE_OFF,
        /** Credit given away: goodwill, promotions, corrections. It lowers revenue. */
        ALLOWANCE,
        /** Credit that was paid for and expired. */
        BREAKAGE,
        /** Money that a processor withdrew because somebody disputes a payment. */
        DISPUTED,
        /** What processors charge for disputes. */
        DISPUTE_FEE,
        /** What was charged back and nobody owes again. */
        CHARGEBACK_LOSS,
        /** Money that a processor says it moved and no rule lets count, until a person settles it. */
        SUSPENSE,
        /** What a person settled out of suspense as the firm's loss; a gain lowers it. */
        OTHER_LOSS;

        @Override
        public String code() {
            return Coded.super.code();
        }
    }
}
