package feewright.api.ledger.model;

import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.dispute.DisputeEvent;
import feewright.invoice.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Something that somebody wants done to the money of a firm. Amounts that are null mean: all there is. */
public sealed interface LedgerCommand {

    /** Who gives the order. Staff may do none of it. */
    enum Who {
        ADMIN,
        MASTER_ADMIN,
        STAFF
    }

    /** A command, and who gives it. */
    public record Order(Who who, LedgerCommand command) {}

    /** What is due, and a charge by hand where one is named: an expense where its amount is even. */
    record Issue(UUID engagement, @Nullable Money charge) implements LedgerCommand {

        static Category category(Money charge) {
            return charge.getAmountMinorLong() % 2 == 0 ? Category.EXPENSE : Category.MANUAL;
        }
    }

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

    record ReversePayment(UUID payment) implements LedgerCommand {}

    record RefundCredit(UUID grant, @Nullable Money amount) implements LedgerCommand {}

    record WriteOff(UUID invoice, @Nullable Money amount) implements LedgerCommand {}

    record Credit(UUID invoice, List<CreditNoteRequest.Item> items, CreditNoteRequest.Excess excess)
            implements LedgerCommand {}

    record Void(UUID invoice) implements LedgerCommand {}

    record Expire() implements LedgerCommand {}

    /** The credit of these clients, which are all, pays what it can by itself. */
    record Arrive(Set<UUID> clients) implements LedgerCommand {}

    /** Somebody asks for an attempt to collect. */
    record Attempt(UUID invoice) implements LedgerCommand {}

    /** The outbox begins the attempts that are due. */
    record Collect() implements LedgerCommand {}

    /** The simulated processor is asked for an attempt, and what it says written down. */
    record Charge(UUID invoice, int number) implements LedgerCommand {}

    /** An event says that an attempt {@code succeeded} (with an amount), {@code failed} for good, or is {@code processing}. */
    record Said(UUID invoice, int number, String event, String state, Money amount) implements LedgerCommand {}

    /** Money of a payment is to go back through its processor. */
    record GiveBack(UUID payment, @Nullable Money amount) implements LedgerCommand {}

    /** An event says how a refund stands: one of ours by its id, one made elsewhere by the processor's name of it. */
    record SaidOfRefund(Refunded of, String event, String state) implements LedgerCommand {}

    /** Of which payment how much; {@code id} is null for one made elsewhere. */
    record Refunded(UUID payment, @Nullable UUID id, String reference, Money amount) {}

    /** An event of a dispute of a payment. */
    record Dispute(UUID payment, String dispute, String event, DisputeEvent.Kind kind, DisputeEvent.Details told)
            implements LedgerCommand {}

    /** Whether nobody in particular says so: the clock, the outbox, a processor. */
    default boolean isNobodys() {
        return switch (this) {
            case Expire _, Arrive _, Work _, Collect _, Charge _, Said _, SaidOfRefund _, Dispute _ -> true;
            default -> false;
        };
    }

    /** What came of a command. */
    sealed interface Result {

        /** The ids of what it made: of an invoice, an entry and a grant; null for what it did not make. Others by what they are. */
        record Done(
                @Nullable UUID invoice,
                @Nullable UUID entry,
                @Nullable UUID grant,
                Map<String, UUID> others) implements Result {

            Done(@Nullable UUID invoice, @Nullable UUID entry, @Nullable UUID grant) {
                this(invoice, entry, grant, Map.of());
            }
        }

        record Refused(String why) implements Result {}

        /** Somebody else's change won. */
        record Lost(String code) implements Result {}

        /** Whether it happened is not known. */
        record Failed(RuntimeException failure) implements Result {}
    }
}
