package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.platform.Coded;
import feewright.platform.CustomerText;
import feewright.time.TimeEntryId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to have taken off an invoice, what becomes of the part that was paid already, why, and what the client is told. Amounts
 * that are {@code unearned}, where a term is cut, count as never billed as far as they are taken off; other amounts are forgiven.
 */
public record CreditNoteRequest(
        InvoiceId invoice,
        List<Item> items,
        Excess excess,
        CustomerText reason,
        @Nullable CustomerText clientNote,
        boolean unearned) {

    public CreditNoteRequest {
        items = List.copyOf(items);
    }

    /** Amounts that are forgiven, or time, of which the client is told nothing in words. */
    public CreditNoteRequest(InvoiceId invoice, List<Item> items, Excess excess, CustomerText reason) {
        this(invoice, items, excess, reason, null, false);
    }

    /** What becomes of money that was paid for what is taken off. */
    public enum Excess implements Coded {
        /** It becomes credit of the client. */
        CREDIT,
        /** It is given back: through the processors that brought it, the rest by hand. */
        REFUND,
        /** It is paid by hand, whoever brought it. */
        REFUND_BY_HAND;

        boolean isGivenBack() {
            return this != CREDIT;
        }
    }

    /** What is taken off a line. */
    public sealed interface Item {

        int line();

        /** An amount above zero; null for all that is left of the line. */
        record Amount(int line, @Nullable Money amount) implements Item {}

        /** The shares of these time entries, which can be billed once more if they are released. */
        record Time(int line, List<TimeEntryId> entries, boolean release) implements Item {

            public Time {
                entries = List.copyOf(entries);
            }
        }
    }
}
