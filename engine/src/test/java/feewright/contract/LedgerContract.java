package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.credit.CreditGrant;
import feewright.credit.CreditSource;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.ledger.Ledger.EntryFilter;
import feewright.ledger.Ledger.EntryKind;
import feewright.ledger.PaymentStatus;
import feewright.ledger.Transfer;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Ledger}. */
public abstract class LedgerContract {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final EntryFilter ANY = new EntryFilter(null, null, null, null, null);

    private Office office;
    private Office neighbour;
    private Cashier cashier;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
        cashier = new Cashier(office);
    }

    @Test
    void an_issue_opens_the_account_by_category_L1() {
        var mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        office.approved(mixed, LocalDate.of(2026, 1, 5), 60);
        cashier.issued(mixed);
        Invoice invoice = cashier.issued(mixed);

        InvoiceAccount account = cashier.account(invoice.id());

        assertThat(account.against())
                .isEqualTo(Map.of(
                        new Account.Revenue(Category.PACKAGE), usd("1000.00"),
                        new Account.Revenue(Category.HOURLY), usd("100.00")));
        assertThat(account.owed()).isEqualTo(usd("1100.00"));
        assertThat(account.head()).isEqualTo(invoice.head());
        assertThat(account.isVoid()).isFalse();
    }

    @Test
    void an_account_is_read_and_locked_alike_and_tells_each_other_account_apart() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        GrantId credit = promised();
        post(
                granted(credit, "100.00"),
                paid(invoice, "300.00"),
                one(
                        new EntryCause.CreditApplied(invoice, false),
                        new Account.ClientCredit(credit),
                        owedOn(invoice),
                        "60.00"),
                one(
                        new EntryCause.InvoiceCredited(invoice, new InvoiceNumber("CN", 1)),
                        new Account.Revenue(Category.PACKAGE),
                        owedOn(invoice),
                        "50.00"),
                paid(invoice, "0.01"));

        InvoiceAccount read = cashier.account(invoice);

        assertThat(read.against())
                .isEqualTo(Map.of(
                        new Account.Revenue(Category.PACKAGE),
                        usd("950.00"),
                        Account.FirmAccount.CASH,
                        usd("-300.01"),
                        new Account.ClientCredit(credit),
                        usd("-60.00")));
        assertThat(in(() -> office.ports.ledger().lock(office.firm, invoice))).contains(read);
        assertThat(in(() -> office.ports.ledger().read(office.firm, List.of(invoice, new InvoiceId(id())))))
                .containsExactly(read);
        assertThat(cashier.credit(credit).remaining()).isEqualTo(usd("40.00"));
    }

    @Test
    void an_invoice_never_owes_less_than_nothing_and_a_loser_leaves_nothing_L1() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry within = paid(invoice, "600.00");
        JournalEntry beyond = paid(invoice, "400.01");

        assertThatThrownBy(() -> post(within, beyond))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("balance-changed");

        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("1000.00"));
        assertThat(in(() -> office.ports.ledger().find(office.firm, within.id())))
                .isEmpty();
        assertThat(page(ANY)).isEmpty();
    }

    @Test
    void credit_never_goes_below_zero_L3() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        GrantId credit = promised();
        post(granted(credit, "100.00"));
        JournalEntry beyond = one(
                new EntryCause.CreditApplied(invoice, true),
                new Account.ClientCredit(credit),
                owedOn(invoice),
                "100.01");

        assertThatThrownBy(() -> post(beyond))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("balance-changed");

        assertThat(cashier.credit(credit).remaining()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("1000.00"));
    }

    @Test
    void of_one_posting_only_the_sum_counts() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        post(paid(invoice, "1000.00"));

        post(entry(
                new EntryCause.InvoiceCredited(invoice, new InvoiceNumber("CN", 1)),
                usd("400.00"),
                new Transfer(new Account.Revenue(Category.PACKAGE), owedOn(invoice), usd("400.00")),
                new Transfer(owedOn(invoice), Account.FirmAccount.REFUND, usd("400.00"))));

        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice).received()).isEqualTo(usd("600.00"));
    }

    @Test
    void an_entry_is_kept_once() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "300.00");
        post(payment);

        assertThatThrownBy(() -> post(payment)).isInstanceOf(ConcurrentChange.class);

        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("700.00"));
        assertThat(page(ANY)).hasSize(1);
    }

    @Test
    void a_rollback_leaves_nothing() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "300.00");

        assertThatThrownBy(() -> in(() -> {
                    office.ports.ledger().post(office.firm, List.of(payment));
                    throw new IllegalStateException("crash");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("1000.00"));
        assertThat(page(ANY)).isEmpty();
    }

    @Test
    void a_void_is_seen_on_its_invoice_alone() {
        InvoiceId voided = cashier.invoiceOf("1000.00").id();
        InvoiceId other = cashier.invoiceOf("1000.00").id();
        post(voided(voided));

        assertThat(cashier.account(voided).isVoid()).isTrue();
        assertThat(cashier.account(voided).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(other).isVoid()).isFalse();
    }

    @Test
    void every_kind_of_entry_comes_back_exactly_as_it_was_posted() {
        List<JournalEntry> posted = everyKind();

        assertThat(posted.stream().map(entry -> EntryKind.of(entry.cause())).distinct())
                .containsExactlyInAnyOrderElementsOf(ofNoDispute());
        assertThat(posted)
                .allSatisfy(entry -> assertThat(in(() -> office.ports.ledger().find(office.firm, entry.id())))
                        .contains(entry));
        assertThat(page(ANY)).isEqualTo(posted.reversed());
        for (EntryKind kind : ofNoDispute()) {
            assertThat(page(new EntryFilter(null, kind, null, null, null)))
                    .isEqualTo(posted.reversed().stream()
                            .filter(entry -> EntryKind.of(entry.cause()) == kind)
                            .toList());
        }
    }

    @Test
    void pages_go_newest_first_and_filter() {
        InvoiceId first = cashier.invoiceOf("1000.00").id();
        InvoiceId second = cashier.invoiceOf("1000.00").id();
        ClientId another = office.anotherClient();
        GrantId credit = promised();
        JournalEntry one = paid(first, "1.00");
        JournalEntry two = paid(second, "2.00");
        JournalEntry three = granted(credit, "3.00");
        GrantId theirs = cashier.grantedTo(another, "4.00");
        post(one, two, three);

        List<JournalEntry> ofAnother = page(new EntryFilter(null, null, another, null, null));

        assertThat(ofAnother)
                .singleElement()
                .satisfies(entry -> assertThat(entry.cause()).isEqualTo(new EntryCause.CreditGranted(theirs)));
        assertThat(page(new EntryFilter(null, null, office.client, null, null))).containsExactly(three, two, one);
        assertThat(page(new EntryFilter(null, null, null, second, null))).containsExactly(two);
        assertThat(page(new EntryFilter(null, null, null, null, credit))).containsExactly(three);
        assertThat(page(new EntryFilter(null, EntryKind.PAYMENT_RECEIVED, office.client, first, null)))
                .containsExactly(one);
        assertThat(page(new EntryFilter(three.id().value(), null, office.client, null, null)))
                .containsExactly(two, one);
        assertThat(in(() -> office.ports.ledger().page(office.firm, ANY, 1))).containsExactly(ofAnother.getFirst());
    }

    @Test
    void accounts_are_listed_newest_first_by_how_they_stand_on_a_day_L1() {
        InvoiceId open = cashier.invoiceOf("1000.00").id();
        InvoiceId part = cashier.invoiceOf("1000.00").id();
        InvoiceId paid = cashier.invoiceOf("1000.00").id();
        InvoiceId lost = cashier.invoiceOf("1000.00").id();
        Invoice voided = cashier.invoiceOf("1000.00");
        post(
                paid(part, "0.01"),
                paid(paid, "1000.00"),
                one(new EntryCause.InvoiceWrittenOff(lost), Account.FirmAccount.WRITE_OFF, owedOn(lost), "1000.00"),
                voided(voided.id()));
        LocalDate due = voided.head().dates().due();

        assertThat(standing(null, due)).containsExactly(voided.id(), lost, paid, part, open);
        assertThat(standing(PaymentStatus.OPEN, due)).containsExactly(open);
        assertThat(standing(PaymentStatus.PART_PAID, due)).containsExactly(part);
        assertThat(standing(PaymentStatus.PAID, due)).containsExactly(paid);
        assertThat(standing(PaymentStatus.WRITTEN_OFF, due)).containsExactly(lost);
        assertThat(standing(PaymentStatus.VOID, due)).containsExactly(voided.id());
        assertThat(standing(PaymentStatus.OVERDUE, due)).isEmpty();
        assertThat(standing(PaymentStatus.OVERDUE, due.plusDays(1))).containsExactly(part, open);
        assertThat(standing(PaymentStatus.OPEN, due.plusDays(1))).isEmpty();
        Ledger.AccountFilter afterPaid =
                new Ledger.AccountFilter(new InvoiceFilter(paid.value(), null, null, null, null), null, due);
        assertThat(in(() -> office.ports.ledger().accounts(office.firm, afterPaid, 1)))
                .extracting(InvoiceAccount::invoice)
                .containsExactly(part);
    }

    @Test
    void a_void_invoice_is_listed_as_void_and_the_firm_bears_what_a_bank_took_back_since_I5() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "100.00");
        post(
                payment,
                one(
                        new EntryCause.PaymentRefunded(payment.id(), invoice),
                        owedOn(invoice),
                        Account.FirmAccount.REFUND,
                        "100.00"),
                voided(invoice),
                one(
                        new EntryCause.PaymentReturned(payment.id(), invoice),
                        Account.FirmAccount.CHARGEBACK_LOSS,
                        Account.FirmAccount.CASH,
                        "100.00"));
        LocalDate due = cashier.account(invoice).head().dates().due();

        assertThat(in(() -> office.ports.ledger().borne(office.firm, payment))).isEqualTo(usd("100.00"));
        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("0.00"));
        assertThat(standing(PaymentStatus.VOID, due)).containsExactly(invoice);
        assertThat(standing(PaymentStatus.OPEN, due)).isEmpty();
        assertThat(standing(PaymentStatus.OVERDUE, due.plusDays(1))).isEmpty();
    }

    private List<InvoiceId> standing(@Nullable PaymentStatus settlement, LocalDate day) {
        Ledger.AccountFilter filter =
                new Ledger.AccountFilter(new InvoiceFilter(null, null, null, null, null), settlement, day);
        return in(() -> office.ports.ledger().accounts(office.firm, filter, 10)).stream()
                .map(InvoiceAccount::invoice)
                .toList();
    }

    @Test
    void what_of_a_payment_went_back_counts_refunds_of_it_and_of_the_credit_it_made_A5() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "300.00");
        JournalEntry other = paid(invoice, "200.00");
        post(payment, other);
        GrantId made = kept(CreditSource.OVERPAYMENT, payment.id());
        post(
                granted(made, "50.00"),
                one(
                        new EntryCause.PaymentRefunded(payment.id(), invoice),
                        owedOn(invoice),
                        Account.FirmAccount.REFUND,
                        "100.00"),
                one(
                        new EntryCause.RefundFailed(payment.id(), invoice),
                        Account.FirmAccount.REFUND,
                        owedOn(invoice),
                        "30.00"),
                one(
                        new EntryCause.CreditRefunded(made, payment.id()),
                        new Account.ClientCredit(made),
                        Account.FirmAccount.REFUND,
                        "20.00"));

        assertThat(in(() -> office.ports.ledger().refunded(office.firm, payment)))
                .isEqualTo(usd("90.00"));
        assertThat(in(() -> office.ports.ledger().refunded(office.firm, other))).isEqualTo(usd("0.00"));
    }

    @Test
    void a_payment_is_reversed_once_whoever_tries_T6() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "300.00");
        JournalEntry other = paid(invoice, "300.00");
        post(payment, other);
        EntryCause never = new EntryCause.PaymentReversed(payment.id(), invoice, EntryCause.Method.CHEQUE);

        post(one(never, owedOn(invoice), Account.FirmAccount.CASH, "300.00"));

        assertThat(in(() -> office.ports.ledger().isReversed(office.firm, payment.id())))
                .isTrue();
        assertThat(in(() -> office.ports.ledger().isReversed(office.firm, other.id())))
                .isFalse();
        assertThat(in(() -> office.ports.ledger().refunded(office.firm, payment)))
                .isEqualTo(usd("300.00"));
        assertThatThrownBy(() -> post(one(never, owedOn(invoice), Account.FirmAccount.CASH, "300.00")))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void credit_of_its_invoice_takes_the_place_of_a_reversed_payment_and_is_reversed_after_it_T6() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, "100.00");
        JournalEntry first = cashier.paid(invoice, "100.00");
        JournalEntry second = cashier.paid(invoice, "130.00");
        GrantId credit = cashier.creditFrom(second.id()).id();

        cashier.reversedPayment(first);

        assertThat(cashier.account(invoice.id()).isPaid()).isTrue();
        assertThat(cashier.account(invoice.id()).drawn()).isEqualTo(Map.of(credit, usd("100.00")));
        assertThat(cashier.credit(credit).remaining()).isEqualTo(usd("30.00"));
        cashier.reversedPayment(second);
        assertThat(cashier.account(invoice.id()).writtenOff()).isEqualTo(usd("100.00"));
        assertThat(cashier.credit(credit).remaining()).isEqualTo(usd("0.00"));
    }

    @Test
    void payments_by_hand_are_found_by_amount_and_day_but_for_reversed_ones_T6() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry first = paid(invoice, "100.00");
        JournalEntry second = paid(invoice, "100.00");
        JournalEntry less = paid(invoice, "99.99");
        JournalEntry wrong = paid(invoice, "100.00");
        JournalEntry card = one(
                new EntryCause.PaymentReceived(invoice, EntryCause.Method.PROCESSOR),
                Account.FirmAccount.CASH,
                owedOn(invoice),
                "100.00");
        post(first, second, less, wrong, card);
        post(one(
                new EntryCause.PaymentReversed(wrong.id(), invoice, EntryCause.Method.CHEQUE),
                owedOn(invoice),
                Account.FirmAccount.CASH,
                "100.00"));

        assertThat(in(() -> office.ports.ledger().payments(office.firm, usd("100.00"), first.on())))
                .containsExactly(first.id(), second.id());
        assertThat(in(() -> office.ports
                        .ledger()
                        .payments(office.firm, usd("100.00"), first.on().plusDays(1))))
                .isEmpty();
    }

    @Test
    void what_credit_pays_for_is_told_by_grant_and_invoice_L3() {
        InvoiceId first = cashier.invoiceOf("1000.00").id();
        InvoiceId second = cashier.invoiceOf("1000.00").id();
        GrantId credit = promised();
        Account account = new Account.ClientCredit(credit);
        JournalEntry applied = one(new EntryCause.CreditApplied(first, false), account, owedOn(first), "40.00");
        JournalEntry undone = one(new EntryCause.CreditApplied(second, false), account, owedOn(second), "30.00");
        post(granted(credit, "100.00"), applied, undone);
        post(one(new EntryCause.CreditUnapplied(second, undone.id()), owedOn(second), account, "30.00"));

        assertThat(in(() -> office.ports.ledger().drawn(office.firm, List.of(credit, new GrantId(id())))))
                .isEqualTo(Map.of(credit, Map.of(first, usd("40.00"))));
    }

    @Test
    void another_firm_sees_nothing_T1() {
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        JournalEntry payment = paid(invoice, "300.00");
        post(payment);

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            Ledger ledger = neighbour.ports.ledger();
            assertThat(ledger.find(neighbour.firm, payment.id())).isEmpty();
            assertThat(ledger.page(neighbour.firm, ANY, 10)).isEmpty();
            assertThat(ledger.read(neighbour.firm, List.of(invoice))).isEmpty();
            assertThat(ledger.lock(neighbour.firm, invoice)).isEmpty();
            return null;
        });
    }

    /** Posts one entry after the other, at least one of each kind, and gives them in that order. */
    private List<JournalEntry> everyKind() {
        List<JournalEntry> posted = new ArrayList<>();
        InvoiceId invoice = cashier.invoiceOf("1000.00").id();
        InvoiceId other = cashier.invoiceOf("1000.00").id();
        Account owed = owedOn(invoice);
        GrantId promised = promised();
        Account promotion = new Account.ClientCredit(promised);
        JournalEntryId payment = kept(posted, paid(invoice, "300.00"));
        JournalEntryId deposit = new JournalEntryId(id());
        GrantId deposited = kept(CreditSource.DEPOSIT, deposit);
        Account left = new Account.ClientCredit(deposited);
        EntryCause received = new EntryCause.PaymentReceived(null, EntryCause.Method.WIRE);
        kept(posted, entry(deposit, received, usd("200.00"), moved(Account.FirmAccount.CASH, left, "200.00")));
        kept(posted, granted(promised, "80.00"));
        EntryCause applied = new EntryCause.CreditApplied(invoice, false);
        JournalEntryId application =
                kept(posted, entry(applied, usd("70.00"), moved(promotion, owed, "40.00"), moved(left, owed, "30.00")));
        kept(posted, one(new EntryCause.CreditApplied(invoice, true), left, owed, "5.00"));
        kept(posted, one(new EntryCause.PaymentRefunded(payment, invoice), owed, Account.FirmAccount.REFUND, "100.00"));
        kept(posted, one(new EntryCause.PaymentRefunded(deposit, null), left, Account.FirmAccount.REFUND, "10.00"));
        JournalEntryId collected = kept(
                posted,
                one(
                        new EntryCause.PaymentReceived(invoice, EntryCause.Method.PROCESSOR),
                        Account.FirmAccount.CASH,
                        owed,
                        "60.00"));
        kept(posted, one(new EntryCause.PaymentReturned(collected, invoice), owed, Account.FirmAccount.CASH, "60.00"));
        kept(posted, one(new EntryCause.RefundFailed(payment, invoice), Account.FirmAccount.REFUND, owed, "10.00"));
        kept(posted, one(new EntryCause.CreditRefunded(deposited, deposit), left, Account.FirmAccount.REFUND, "20.00"));
        kept(posted, one(new EntryCause.CreditRefunded(promised, null), promotion, Account.FirmAccount.REFUND, "0.01"));
        kept(posted, one(new EntryCause.InvoiceWrittenOff(invoice), Account.FirmAccount.WRITE_OFF, owed, "50.00"));
        kept(posted, one(new EntryCause.CreditReversed(promised), promotion, Account.FirmAccount.ALLOWANCE, "10.00"));
        kept(posted, one(new EntryCause.CreditExpired(deposited), left, Account.FirmAccount.BREAKAGE, "5.00"));
        EntryCause noted = new EntryCause.InvoiceCredited(invoice, new InvoiceNumber("CN", 7));
        kept(posted, one(noted, new Account.Revenue(Category.PACKAGE), owed, "25.00"));
        EntryCause unapplied = new EntryCause.CreditUnapplied(invoice, application);
        kept(posted, entry(unapplied, usd("70.00"), moved(owed, promotion, "40.00"), moved(owed, left, "30.00")));
        JournalEntryId wrong = kept(posted, paid(invoice, "15.00"));
        EntryCause never = new EntryCause.PaymentReversed(wrong, invoice, EntryCause.Method.CHEQUE);
        kept(posted, one(never, owed, Account.FirmAccount.CASH, "15.00"));
        kept(posted, one(new EntryCause.CreditApplied(invoice, false), left, owed, "1.00"));
        kept(posted, one(new EntryCause.CreditWithdrawn(invoice, deposit), owed, left, "1.00"));
        EntryCause missing = new EntryCause.MoneySuspended(null, payment, invoice, null);
        JournalEntryId item =
                kept(posted, one(missing, Account.FirmAccount.SUSPENSE, Account.FirmAccount.CASH, "30.00"));
        EntryCause found = new EntryCause.MoneySuspended(item, payment, invoice, null);
        kept(posted, one(found, Account.FirmAccount.CASH, Account.FirmAccount.SUSPENSE, "10.00"));
        EntryCause settled = new EntryCause.SuspenseSettled(item, invoice);
        kept(posted, one(settled, owed, Account.FirmAccount.SUSPENSE, "5.00"));
        EntryCause borne = new EntryCause.SuspenseSettled(item, null);
        kept(posted, one(borne, Account.FirmAccount.OTHER_LOSS, Account.FirmAccount.SUSPENSE, "15.00"));
        kept(posted, voided(other));
        return posted;
    }

    private JournalEntryId kept(List<JournalEntry> posted, JournalEntry entry) {
        post(entry);
        posted.add(entry);
        return entry.id();
    }

    private JournalEntry one(EntryCause cause, Account debit, Account credit, String amount) {
        return entry(cause, usd(amount), moved(debit, credit, amount));
    }

    private static Transfer moved(Account debit, Account credit, String amount) {
        return new Transfer(debit, credit, usd(amount));
    }

    private JournalEntry paid(InvoiceId invoice, String amount) {
        return entry(
                new EntryCause.PaymentReceived(invoice, EntryCause.Method.CHEQUE),
                usd(amount),
                new Transfer(Account.FirmAccount.CASH, owedOn(invoice), usd(amount)));
    }

    private JournalEntry granted(GrantId grant, String amount) {
        return entry(
                new EntryCause.CreditGranted(grant),
                usd(amount),
                new Transfer(Account.FirmAccount.ALLOWANCE, new Account.ClientCredit(grant), usd(amount)));
    }

    private JournalEntry voided(InvoiceId invoice) {
        return entry(
                new EntryCause.InvoiceVoided(invoice),
                usd("1000.00"),
                new Transfer(new Account.Revenue(Category.PACKAGE), owedOn(invoice), usd("1000.00")));
    }

    private JournalEntry entry(EntryCause cause, Money amount, Transfer... transfers) {
        return entry(new JournalEntryId(id()), cause, amount, transfers);
    }

    /** An entry by a decision that is kept: whoever moves money was judged. */
    private JournalEntry entry(JournalEntryId id, EntryCause cause, Money amount, Transfer... transfers) {
        Decision decision = in(() -> office.engine
                .decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("test", "test/" + id),
                        List.of(ActorFact.of(office.admin)),
                        new DecisionMaker.Requester(office.admin, Office.NOW)));
        return new JournalEntry(
                id,
                new JournalEntry.Parties(office.firm, office.client),
                cause,
                amount,
                DAY,
                List.of(transfers),
                new JournalEntry.Recorded(office.admin.person(), Office.NOW, decision.id()));
    }

    private GrantId promised() {
        return kept(CreditSource.PROMOTIONAL, null);
    }

    private GrantId kept(CreditSource source, @Nullable JournalEntryId origin) {
        GrantId grant = new GrantId(id());
        return in(() -> {
            office.ports
                    .credits()
                    .add(new CreditGrant(
                            grant,
                            new CreditGrant.Parties(office.firm, office.client),
                            source,
                            usd("1000.00"),
                            CreditGrant.Limits.NONE,
                            new CreditGrant.Created(office.admin.person(), Office.NOW, origin)));
            return grant;
        });
    }

    private static Account.Receivable owedOn(InvoiceId invoice) {
        return new Account.Receivable(invoice);
    }

    private UUID id() {
        return office.ports.ids().next();
    }

    @Test
    void an_invoice_is_paid_on_the_day_that_left_nothing_owed_and_not_while_it_owes_again_I8() {
        Invoice invoice = cashier.invoiceOf("100.00");
        assertThat(paidOn(invoice)).isEmpty();
        JournalEntry first = on(DAY.plusDays(3), paid(invoice.id(), "40.00"));
        JournalEntry early = on(DAY.plusDays(1), paid(invoice.id(), "60.00"));
        post(first, early);
        assertThat(paidOn(invoice)).containsEntry(invoice.id(), DAY.plusDays(3));

        post(on(
                DAY.plusDays(4),
                one(
                        new EntryCause.PaymentRefunded(first.id(), invoice.id()),
                        owedOn(invoice.id()),
                        Account.FirmAccount.REFUND,
                        "40.00")));
        assertThat(paidOn(invoice)).isEmpty();
        post(on(DAY.plusDays(4), paid(invoice.id(), "40.00")));

        assertThat(paidOn(invoice)).containsEntry(invoice.id(), DAY.plusDays(4));
        assertThat(paidOn(invoice, cashier.invoiceOf("5.00"))).containsOnlyKeys(invoice.id());
    }

    @Test
    void what_was_written_off_or_void_was_not_paid_until_the_money_came_after_all_I8() {
        Invoice lost = cashier.invoiceOf("100.00");
        Invoice voided = cashier.invoiceOf("100.00");
        cashier.paid(lost, "20.00");
        cashier.writtenOff(lost, null);
        cashier.voided(voided);
        assertThat(paidOn(lost, voided)).isEmpty();

        cashier.paid(lost, "80.00");

        assertThat(paidOn(lost)).containsEntry(lost.id(), LocalDate.of(2026, 4, 10));
    }

    @Test
    void credit_and_credit_notes_pay_on_their_day_too_I8() {
        Invoice credited = cashier.invoiceOf("100.00");
        cashier.granted("100.00");
        cashier.applied(credited, null);

        assertThat(paidOn(credited)).containsEntry(credited.id(), LocalDate.of(2026, 4, 10));
    }

    private static JournalEntry on(LocalDate day, JournalEntry entry) {
        return new JournalEntry(
                entry.id(), entry.of(), entry.cause(), entry.amount(), day, entry.transfers(), entry.recorded());
    }

    private Map<InvoiceId, LocalDate> paidOn(Invoice... invoices) {
        List<InvoiceId> ids = List.of(invoices).stream().map(Invoice::id).toList();
        return in(() -> office.ports.ledger().paidOn(office.firm, ids));
    }

    private void post(JournalEntry... entries) {
        in(() -> {
            office.ports.ledger().post(office.firm, List.of(entries));
            return null;
        });
    }

    private List<JournalEntry> page(EntryFilter filter) {
        return in(() -> office.ports.ledger().page(office.firm, filter, 100));
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }

    /** Entries of disputes need a dispute: {@link DisputesContract} has them. */
    private static Set<EntryKind> ofNoDispute() {
        return EnumSet.complementOf(EnumSet.of(
                EntryKind.DISPUTE_WITHDRAWN,
                EntryKind.DISPUTE_FEE,
                EntryKind.DISPUTE_REINSTATED,
                EntryKind.CHARGED_BACK,
                EntryKind.CHARGEBACK_REVERSED));
    }
}
