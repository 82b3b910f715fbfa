package feewright.ledger;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.invoice.Category;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is derived from the transfers of an invoice (requirements L1 and I6, design §2.5). Invoices here are due on 10 May 2026. */
class InvoiceAccountTest {

    private static final Account REVENUE = new Account.Revenue(Category.PACKAGE);
    private static final GrantId OLDER = new GrantId(new UUID(2, 1));
    private static final GrantId YOUNGER = new GrantId(new UUID(2, 2));

    @ParameterizedTest
    @CsvSource({
        "100.00,      0,      0,      0,      0, 2026-04-10, OPEN",
        "100.00,      0,      0,      0,      0, 2026-05-10, OPEN",
        "100.00,      0,      0,      0,      0, 2026-05-11, OVERDUE",
        "100.00,  40.00,      0,      0,      0, 2026-05-10, PART_PAID",
        "100.00,  99.99,      0,      0,      0, 2026-05-10, PART_PAID",
        "100.00,  40.00,      0,      0,      0, 2026-05-11, OVERDUE",
        "100.00,      0,  40.00,      0,      0, 2026-05-10, PART_PAID",
        "100.00, 100.00,      0,      0,      0, 2026-05-10, PAID",
        "100.00, 100.00,      0,      0,      0, 2026-05-11, PAID",
        "100.00,      0, 100.00,      0,      0, 2026-05-11, PAID",
        "100.00,  60.00,  40.00,      0,      0, 2026-05-11, PAID",
        "100.00,      0,      0, 100.00,      0, 2026-05-11, PAID",
        "100.00,      0,      0,  40.00,      0, 2026-05-10, OPEN",
        "100.00,  60.00,      0,  40.00,      0, 2026-05-10, PAID",
        "100.00,      0,      0,      0, 100.00, 2026-05-11, WRITTEN_OFF",
        "100.00,  60.00,      0,      0,  40.00, 2026-05-11, WRITTEN_OFF",
        "100.00,      0,      0,      0,  40.00, 2026-05-10, OPEN",
        "100.00,      0,      0,      0,  40.00, 2026-05-11, OVERDUE",
        "100.00,  10.00,      0,      0,  40.00, 2026-05-10, PART_PAID",
        "  0.00,      0,      0,      0,      0, 2026-04-10, PAID",
        "  0.00,      0,      0,      0,      0, 2026-05-11, PAID",
    })
    void the_settlement_follows_from_the_transfers_the_due_day_and_the_day(
            String total,
            String cash,
            String credit,
            String credited,
            String lost,
            LocalDate today,
            PaymentStatus expected) {
        InvoiceAccount account = account(
                total,
                Map.of(
                        REVENUE,
                        usd(total).minus(amount(credited)),
                        Account.FirmAccount.CASH,
                        amount(cash).negated(),
                        new Account.ClientCredit(OLDER),
                        amount(credit).negated(),
                        Account.FirmAccount.WRITE_OFF,
                        amount(lost).negated()));

        assertThat(account.settlement(today)).isEqualTo(expected);
        assertThat(account.received()).isEqualTo(amount(cash));
        assertThat(account.creditApplied()).isEqualTo(amount(credit));
        assertThat(account.credited()).isEqualTo(amount(credited));
        assertThat(account.writtenOff()).isEqualTo(amount(lost));
    }

    @Test
    void what_is_void_is_neither_paid_nor_overdue() {
        InvoiceAccount account = new InvoiceAccount(Heads.of("100.00"), Map.of(REVENUE, usd("0.00")), true);

        assertThat(account.settlement(LocalDate.of(2026, 5, 11))).isEqualTo(PaymentStatus.VOID);
        assertThat(account.owed()).isEqualTo(usd("0.00"));
        assertThat(account.credited()).isEqualTo(usd("100.00"));
    }

    @Test
    void money_that_was_refunded_or_turned_into_credit_is_not_held_any_more() {
        InvoiceAccount account = account(
                "100.00",
                Map.of(
                        REVENUE,
                        usd("80.00"),
                        Account.FirmAccount.CASH,
                        usd("-100.00"),
                        Account.FirmAccount.REFUND,
                        usd("30.00"),
                        new Account.ClientCredit(YOUNGER),
                        usd("20.00")));

        assertThat(account.received()).isEqualTo(usd("50.00"));
        assertThat(account.creditApplied()).isEqualTo(usd("0.00"));
        assertThat(account.drawn()).isEmpty();
        assertThat(account.owed()).isEqualTo(usd("30.00"));
    }

    /** A credit note turned 30.00 of the payment into credit, and then a bank took all of the payment back: less came in than went. */
    @ParameterizedTest
    @CsvSource({"10.00, 90.00, OPEN", "30.00, 70.00, OPEN", "30.01, 69.99, PART_PAID"})
    void credit_that_only_makes_up_for_what_went_out_pays_no_part_I6(
            String drawn, String owed, PaymentStatus expected) {
        InvoiceAccount account = account(
                "100.00",
                Map.of(
                        REVENUE,
                        usd("70.00"),
                        new Account.ClientCredit(OLDER),
                        usd("30.00"),
                        new Account.ClientCredit(YOUNGER),
                        usd(drawn).negated()));

        assertThat(account.received()).isEqualTo(usd("-30.00"));
        assertThat(account.owed()).isEqualTo(usd(owed));
        assertThat(account.settlement(LocalDate.of(2026, 5, 10))).isEqualTo(expected);
    }

    @Test
    void what_was_drawn_is_told_by_grant_the_youngest_first() {
        InvoiceAccount account = account(
                "100.00",
                Map.of(
                        REVENUE,
                        usd("100.00"),
                        new Account.ClientCredit(OLDER),
                        usd("-30.00"),
                        new Account.ClientCredit(YOUNGER),
                        usd("-20.00"),
                        new Account.ClientCredit(new GrantId(new UUID(2, 3))),
                        usd("0.00")));

        assertThat(List.copyOf(account.drawn().entrySet()))
                .containsExactly(Map.entry(YOUNGER, usd("20.00")), Map.entry(OLDER, usd("30.00")));
        assertThat(account.creditApplied()).isEqualTo(usd("50.00"));
    }

    @Test
    void a_reversal_takes_everything_back_but_money_that_came_and_went() {
        Map<Account, Money> against = Map.of(
                REVENUE,
                usd("100.00"),
                new Account.Revenue(Category.MANUAL),
                usd("-10.00"),
                Account.FirmAccount.CASH,
                usd("-15.00"),
                Account.FirmAccount.REFUND,
                usd("15.00"),
                Account.FirmAccount.WRITE_OFF,
                usd("-5.00"),
                new Account.ClientCredit(OLDER),
                usd("-30.00"));
        InvoiceAccount account = account("90.00", against);

        Map<Account, Money> after = new HashMap<>(against);
        for (Transfer transfer : account.reversal()) {
            if (transfer.debit().equals(account.account())) {
                after.merge(transfer.credit(), transfer.amount(), Money::plus);
            } else {
                assertThat(transfer.credit()).isEqualTo(account.account());
                after.merge(transfer.debit(), transfer.amount().negated(), Money::plus);
            }
        }

        assertThat(account.owed()).isEqualTo(usd("55.00"));
        assertThat(new InvoiceAccount(account.head(), after, true).owed()).isEqualTo(usd("0.00"));
        assertThat(after)
                .containsEntry(REVENUE, usd("0.00"))
                .containsEntry(new Account.Revenue(Category.MANUAL), usd("0.00"))
                .containsEntry(Account.FirmAccount.WRITE_OFF, usd("0.00"))
                .containsEntry(new Account.ClientCredit(OLDER), usd("0.00"))
                .containsEntry(Account.FirmAccount.CASH, usd("-15.00"));
    }

    private static Money amount(String text) {
        return usd(text.equals("0") ? "0.00" : text);
    }

    private static InvoiceAccount account(String total, Map<Account, Money> against) {
        return new InvoiceAccount(Heads.of(total), against, false);
    }
}
