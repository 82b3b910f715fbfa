package feewright.api;

import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Something that somebody wants done to the money of a firm. Amounts that are null mean: all there is. */
sealed interface LedgerCommand {

    /** Who gives the order. Staff may do none of it. */
    enum Who {
        ADMIN,
        MASTER_ADMIN,
        STAFF
    }

    /** A command, and who gives it. */
    record Order(Who who, LedgerCommand command) {}

    /** What is due, and a charge by hand where one is named. */
    record Issue(UUID engagement, @Nullable Money charge) implements LedgerCommand {}

    /** Time worked, submitted and approved. */
    record Work(UUID engagement, LocalDate day, int minutes) implements LedgerCommand {}

    record Pay(UUID invoice, Money amount, LocalDate on) implements LedgerCommand {}

    record Deposit(UUID client, Money amount, LocalDate on) implements LedgerCommand {}

    record Ask(
            UUID client,
            CreditSource source,
            Money amount,
            @Nullable LocalDate expiresOn,
            @Nullable UUID engagement) implements LedgerCommand {}

    record Review(UUID grant, CreditStep step) implements LedgerCommand {}

    record Apply(UUID invoice, @Nullable Money amount) implements LedgerCommand {}

    record Unapply(UUID application) implements LedgerCommand {}

    record Reverse(UUID grant) implements LedgerCommand {}

    record RefundPayment(UUID payment, @Nullable Money amount) implements LedgerCommand {}

    record RefundCredit(UUID grant, @Nullable Money amount) implements LedgerCommand {}

    record WriteOff(UUID invoice, @Nullable Money amount) implements LedgerCommand {}

    record Credit(UUID invoice, List<CreditNoteRequest.Item> items, CreditNoteRequest.Excess excess)
            implements LedgerCommand {}

    record Void(UUID invoice) implements LedgerCommand {}

    record Expire() implements LedgerCommand {}

    /** What came of a command. */
    sealed interface Result {

        /** The ids of what it made: of an invoice, an entry and a grant; null for what it did not make. */
        record Done(
                @Nullable UUID invoice,
                @Nullable UUID entry,
                @Nullable UUID grant) implements Result {}

        record Refused(String why) implements Result {}

        /** Somebody else's change won. */
        record Lost(String code) implements Result {}

        /** Whether it happened is not known. */
        record Failed(RuntimeException failure) implements Result {}
    }
}
