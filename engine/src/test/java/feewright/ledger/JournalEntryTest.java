package feewright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.fixture.Cashier;
import feewright.invoice.InvoiceId;
import feewright.ledger.Account.FirmAccount;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of the journal is for clients to see (requirement T2). */
class JournalEntryTest {

    private static final InvoiceId INVOICE = new InvoiceId(new UUID(1, 1));
    private static final Transfer OWED_AGAIN =
            new Transfer(new Account.Receivable(INVOICE), FirmAccount.DISPUTED, Cashier.usd("40.00"));
    private static final Transfer LOST =
            new Transfer(FirmAccount.CHARGEBACK_LOSS, FirmAccount.DISPUTED, Cashier.usd("60.00"));
    private static final Transfer FEE = new Transfer(FirmAccount.DISPUTE_FEE, FirmAccount.CASH, Cashier.usd("15.00"));

    @Test
    void a_client_sees_what_it_owes_again_and_not_what_the_firm_lost() {
        JournalEntry both = entry("100.00", OWED_AGAIN, LOST);

        JournalEntry seen = both.forClient().orElseThrow();

        assertThat(seen.transfers()).containsExactly(OWED_AGAIN);
        assertThat(seen.amount()).isEqualTo(Cashier.usd("40.00"));
        assertThat(seen.id()).isEqualTo(both.id());
    }

    @Test
    void fees_and_losses_alone_are_nothing_to_a_client() {
        assertThat(entry("15.00", FEE).forClient()).isEmpty();
        assertThat(entry("60.00", LOST).forClient()).isEmpty();
    }

    @Test
    void an_entry_without_either_is_seen_as_it_is() {
        JournalEntry entry = entry("40.00", OWED_AGAIN);

        assertThat(entry.forClient()).contains(entry);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPUTE_WITHDRAWN", "DISPUTE_REINSTATED"})
    void what_a_processor_takes_and_puts_back_would_tell_a_client_what_the_firm_lost(EntryCause.Act act) {
        assertThat(entry(act, "100.00", new Transfer(FirmAccount.DISPUTED, FirmAccount.CASH, Cashier.usd("100.00")))
                        .forClient())
                .isEmpty();
    }

    private static JournalEntry entry(String amount, Transfer... transfers) {
        return entry(EntryCause.Act.CHARGED_BACK, amount, transfers);
    }

    private static JournalEntry entry(EntryCause.Act act, String amount, Transfer... transfers) {
        return new JournalEntry(
                new JournalEntryId(new UUID(1, 2)),
                new JournalEntry.Parties(new FirmId(new UUID(1, 3)), new ClientId(new UUID(1, 4))),
                new EntryCause.Disputed(
                        new DisputeId(new UUID(1, 5)), new JournalEntryId(new UUID(1, 6)), INVOICE, act),
                Cashier.usd(amount),
                LocalDate.of(2026, 4, 10),
                List.of(transfers),
                new JournalEntry.Recorded(
                        new PersonId(new UUID(1, 7)),
                        Instant.parse("2026-04-10T16:00:00Z"),
                        new DecisionId(new UUID(1, 8))));
    }
}
