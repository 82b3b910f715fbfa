package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.invoice.Category;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.Heads;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What becomes of what was settled already when a credit note comes: nothing of it is lost, and nothing is made. */
class ExcessTest {

    private static final GrantId OLDER = new GrantId(new UUID(2, 1));
    private static final GrantId YOUNGER = new GrantId(new UUID(2, 2));
    private static final Account OLDER_CREDIT = new Account.ClientCredit(OLDER);
    private static final Account YOUNGER_CREDIT = new Account.ClientCredit(YOUNGER);

    /** Of 100: 10 owed, 20 written off, 30 paid, 15 and 25 drawn from credit. */
    private static final InvoiceAccount ACCOUNT = account(Map.of(
            new Account.Revenue(Category.PACKAGE),
            usd("100.00"),
            Account.FirmAccount.WRITE_OFF,
            usd("-20.00"),
            Account.FirmAccount.CASH,
            usd("-30.00"),
            OLDER_CREDIT,
            usd("-15.00"),
            YOUNGER_CREDIT,
            usd("-25.00")));

    @Test
    void a_note_within_what_is_owed_leaves_nothing_over() {
        Excess excess = of("10.00");

        assertThat(excess.transfers()).isEmpty();
        assertThat(excess.ofMoney()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_was_written_off_comes_first_then_money_then_credit_the_youngest_grant_first() {
        assertThat(of("25.00").transfers()).containsExactly(to(Account.FirmAccount.WRITE_OFF, "15.00"));
        assertThat(of("50.00").transfers())
                .containsExactly(to(Account.FirmAccount.WRITE_OFF, "20.00"), to(Account.FirmAccount.REFUND, "20.00"));
        assertThat(of("50.00").ofMoney()).isEqualTo(usd("20.00"));
        assertThat(of("70.00").transfers())
                .containsExactly(
                        to(Account.FirmAccount.WRITE_OFF, "20.00"),
                        to(Account.FirmAccount.REFUND, "30.00"),
                        to(YOUNGER_CREDIT, "10.00"));
        assertThat(of("100.00").transfers())
                .containsExactly(
                        to(Account.FirmAccount.WRITE_OFF, "20.00"),
                        to(Account.FirmAccount.REFUND, "30.00"),
                        to(YOUNGER_CREDIT, "25.00"),
                        to(OLDER_CREDIT, "15.00"));
    }

    @Test
    void nothing_is_lost_and_nothing_is_made_L1() {
        Random random = new Random(20260406);
        for (int round = 0; round < 2_000; round++) {
            InvoiceAccount account = any(random);
            Money creditable = account.head().totals().total().minus(account.credited());
            Money sum = cents(random.nextInt(Math.toIntExact(creditable.getAmountMinorLong()) + 1));

            Excess excess = Excess.of(account, sum, Account.FirmAccount.REFUND);

            Money beyond = sum.minus(account.owed());
            assertThat(sum(excess.transfers().stream().map(Transfer::amount).toList()))
                    .isEqualTo(beyond.isPositive() ? beyond : cents(0));
            assertThat(excess.transfers()).allMatch(transfer -> transfer.debit().equals(account.account()));
            assertThat(excess.transfers().stream().map(Transfer::credit)).doesNotHaveDuplicates();
            assertThat(taken(excess, Account.FirmAccount.REFUND)).isEqualTo(excess.ofMoney());
            assertThat(excess.ofMoney().isGreaterThan(account.received())).isFalse();
            account.drawn()
                    .forEach((grant, drawn) -> assertThat(taken(excess, new Account.ClientCredit(grant))
                                    .isGreaterThan(drawn))
                            .isFalse());
            if (excess.ofMoney().isPositive()) {
                assertThat(taken(excess, Account.FirmAccount.WRITE_OFF)).isEqualTo(account.writtenOff());
            }
            if (taken(excess, YOUNGER_CREDIT).isPositive()
                    || taken(excess, OLDER_CREDIT).isPositive()) {
                assertThat(excess.ofMoney()).isEqualTo(account.received());
            }
        }
    }

    /** An invoice of 1000 dollars with anything on it that adds up. */
    private static InvoiceAccount any(Random random) {
        Map<Account, Money> against = new HashMap<>();
        int left = 100_000;
        int credited = random.nextInt(3) == 0 ? random.nextInt(left) : 0;
        left -= credited;
        against.put(new Account.Revenue(Category.PACKAGE), cents(left));
        for (Account account :
                List.of(Account.FirmAccount.WRITE_OFF, Account.FirmAccount.CASH, OLDER_CREDIT, YOUNGER_CREDIT)) {
            int part = random.nextInt(3) == 0 ? 0 : random.nextInt(left + 1);
            against.put(account, cents(part).negated());
            left -= part;
        }
        return new InvoiceAccount(Heads.of("1000.00"), against, false);
    }

    private static Excess of(String sum) {
        return Excess.of(ACCOUNT, usd(sum), Account.FirmAccount.REFUND);
    }

    private static Transfer to(Account account, String amount) {
        return new Transfer(ACCOUNT.account(), account, usd(amount));
    }

    private static Money taken(Excess excess, Account to) {
        return sum(excess.transfers().stream()
                .filter(transfer -> transfer.credit().equals(to))
                .map(Transfer::amount)
                .toList());
    }

    private static Money cents(int count) {
        return Money.ofMinor(CurrencyUnit.USD, count);
    }

    private static Money sum(List<Money> amounts) {
        return Amounts.sum(CurrencyUnit.USD, amounts);
    }

    private static InvoiceAccount account(Map<Account, Money> against) {
        return new InvoiceAccount(Heads.of("100.00"), against, false);
    }
}
