package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.credit.CreditGrant;
import feewright.credit.CreditSource;
import feewright.engine.Ports;
import feewright.firm.ClientId;
import feewright.firm.ConcurrentChange;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import feewright.receivable.Ledger.EntryFilter;
import feewright.receivable.Ledger.Kind;
import feewright.receivable.Occasion;
import feewright.receivable.Settlement;
import feewright.receivable.Transfer;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
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
                        new Occasion.CreditApplied(invoice, false),
                        new Account.ClientCredit(credit),
                        owedOn(invoice),
                        "60.00"),
                one(
                        new Occasion.InvoiceCredited(invoice, new InvoiceNumber("CN", 1)),
                        new Account.Revenue(Category.PACKAGE),
                        owedOn(invoice),
                        "50.00"),
                paid(invoice, "0.01"));

        InvoiceAccount read = cashier.account(invoice);

        assertThat(read.against())
                .isEqualTo(Map.of(
                        new Account.Revenue(Category.PACKAGE),
                        usd("950.00"),
                        Account.Own.CASH,
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
                new Occasion.CreditApplied(invoice, true), new Account.ClientCredit(credit), owedOn(invoice), "100.01");

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
                new Occasion.InvoiceCredited(invoice, new InvoiceNumber("CN", 1)),
                usd("400.00"),
                new Transfer(new Account.Revenue(Category.PACKAGE), owedOn(invoice), usd("400.00")),
                new Transfer(owedOn(invoice), Account.Own.REFUND, usd("400.00"))));

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

        assertThat(posted.stream().map(entry -> Kind.of(entry.occasion())).distinct())
                .containsExactlyInAnyOrderElementsOf(ofNoDispute());
        assertThat(posted)
                .allSatisfy(entry -> assertThat(in(() -> office.ports.ledger().find(office.firm, entry.id())))
                        .contains(entry));
        assertThat(page(ANY)).isEqualTo(posted.reversed());
        for (Kind kind : ofNoDispute()) {
            assertThat(page(new EntryFilter(null, kind, null, null, null)))
                    .isEqualTo(posted.reversed().stream()
                            .filter(entry -> Kind.of(entry.occasion()) == kind)
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
                .satisfies(entry -> assertThat(entry.occasion()).isEqualTo(new Occasion.CreditGranted(theirs)));
        assertThat(page(new EntryFilter(null, null, office.client, null, null))).containsExactly(three, two, one);
        assertThat(page(new EntryFilter(null, null, null, second, null))).containsExactly(two);
        assertThat(page(new EntryFilter(null, null, null, null, credit))).containsExactly(three);
        assertThat(page(new EntryFilter(null, Kind.PAYMENT_RECEIVED, office.client, first, null)))
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
                one(new Occasion.InvoiceWrittenOff(lost), Account.Own.WRITE_OFF, owedOn(lost), "1000.00"),
                voided(voided.id()));
        LocalDate due = voided.head().dates().due();

        assertThat(standing(null, due)).containsExactly(voided.id(), lost, paid, part, open);
        assertThat(standing(Settlement.OPEN, due)).containsExactly(open);
        assertThat(standing(Settlement.PART_PAID, due)).containsExactly(part);
        assertThat(standing(Settlement.PAID, due)).containsExactly(paid);
        assertThat(standing(Settlement.WRITTEN_OFF, due)).containsExactly(lost);
        assertThat(standing(Settlement.VOID, due)).containsExactly(voided.id());
        assertThat(standing(Settlement.OVERDUE, due)).isEmpty();
        assertThat(standing(Settlement.OVERDUE, due.plusDays(1))).containsExactly(part, open);
        assertThat(standing(Settlement.OPEN, due.plusDays(1))).isEmpty();
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
                one(new Occasion.PaymentRefunded(payment.id(), invoice), owedOn(invoice), Account.Own.REFUND, "100.00"),
                voided(invoice),
                one(
                        new Occasion.PaymentReturned(payment.id(), invoice),
                        Account.Own.CHARGEBACK_LOSS,
                        Account.Own.CASH,
                        "100.00"));
        LocalDate due = cashier.account(invoice).head().dates().due();

        assertThat(in(() -> office.ports.ledger().borne(office.firm, payment))).isEqualTo(usd("100.00"));
        assertThat(cashier.account(invoice).owed()).isEqualTo(usd("0.00"));
        assertThat(standing(Settlement.VOID, due)).containsExactly(invoice);
        assertThat(standing(Settlement.OPEN, due)).isEmpty();
        assertThat(standing(Settlement.OVERDUE, due.plusDays(1))).isEmpty();
    }

    private List<InvoiceId> standing(@Nullable Settlement settlement, LocalDate day) {
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
                one(new Occasion.PaymentRefunded(payment.id(), invoice), owedOn(invoice), Account.Own.REFUND, "100.00"),
                one(new Occasion.RefundFailed(payment.id(), invoice), Account.Own.REFUND, owedOn(invoice), "30.00"),
                one(
                        new Occasion.CreditRefunded(made, payment.id()),
                        new Account.ClientCredit(made),
                        Account.Own.REFUND,
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
        Occasion never = new Occasion.PaymentReversed(payment.id(), invoice, Occasion.Method.CHEQUE);

        post(one(never, owedOn(invoice), Account.Own.CASH, "300.00"));

        assertThat(in(() -> office.ports.ledger().isReversed(office.firm, payment.id())))
                .isTrue();
        assertThat(in(() -> office.ports.ledger().isReversed(office.firm, other.id())))
                .isFalse();
        assertThat(in(() -> office.ports.ledger().refunded(office.firm, payment)))
                .isEqualTo(usd("300.00"));
        assertThatThrownBy(() -> post(one(never, owedOn(invoice), Account.Own.CASH, "300.00")))
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
                new Occasion.PaymentReceived(invoice, Occasion.Method.PROCESSOR),
                Account.Own.CASH,
                owedOn(invoice),
                "100.00");
        post(first, second, less, wrong, card);
        post(one(
                new Occasion.PaymentReversed(wrong.id(), invoice, Occasion.Method.CHEQUE),
                owedOn(invoice),
                Account.Own.CASH,
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
        JournalEntry applied = one(new Occasion.CreditApplied(first, false), account, owedOn(first), "40.00");
        JournalEntry undone = one(new Occasion.CreditApplied(second, false), account, owedOn(second), "30.00");
        post(granted(credit, "100.00"), applied, undone);
        post(one(new Occasion.CreditUnapplied(second, undone.id()), owedOn(second), account, "30.00"));

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
        Occasion received = new Occasion.PaymentReceived(null, Occasion.Method.WIRE);
        kept(posted, entry(deposit, received, usd("200.00"), moved(Account.Own.CASH, left, "200.00")));
        kept(posted, granted(promised, "80.00"));
        Occasion applied = new Occasion.CreditApplied(invoice, false);
        JournalEntryId application =
                kept(posted, entry(applied, usd("70.00"), moved(promotion, owed, "40.00"), moved(left, owed, "30.00")));
        kept(posted, one(new Occasion.CreditApplied(invoice, true), left, owed, "5.00"));
        kept(posted, one(new Occasion.PaymentRefunded(payment, invoice), owed, Account.Own.REFUND, "100.00"));
        kept(posted, one(new Occasion.PaymentRefunded(deposit, null), left, Account.Own.REFUND, "10.00"));
        JournalEntryId collected = kept(
                posted,
                one(new Occasion.PaymentReceived(invoice, Occasion.Method.PROCESSOR), Account.Own.CASH, owed, "60.00"));
        kept(posted, one(new Occasion.PaymentReturned(collected, invoice), owed, Account.Own.CASH, "60.00"));
        kept(posted, one(new Occasion.RefundFailed(payment, invoice), Account.Own.REFUND, owed, "10.00"));
        kept(posted, one(new Occasion.CreditRefunded(deposited, deposit), left, Account.Own.REFUND, "20.00"));
        kept(posted, one(new Occasion.CreditRefunded(promised, null), promotion, Account.Own.REFUND, "0.01"));
        kept(posted, one(new Occasion.InvoiceWrittenOff(invoice), Account.Own.WRITE_OFF, owed, "50.00"));
        kept(posted, one(new Occasion.CreditReversed(promised), promotion, Account.Own.ALLOWANCE, "10.00"));
        kept(posted, one(new Occasion.CreditExpired(deposited), left, Account.Own.BREAKAGE, "5.00"));
        Occasion noted = new Occasion.InvoiceCredited(invoice, new InvoiceNumber("CN", 7));
        kept(posted, one(noted, new Account.Revenue(Category.PACKAGE), owed, "25.00"));
        Occasion unapplied = new Occasion.CreditUnapplied(invoice, application);
        kept(posted, entry(unapplied, usd("70.00"), moved(owed, promotion, "40.00"), moved(owed, left, "30.00")));
        JournalEntryId wrong = kept(posted, paid(invoice, "15.00"));
        Occasion never = new Occasion.PaymentReversed(wrong, invoice, Occasion.Method.CHEQUE);
        kept(posted, one(never, owed, Account.Own.CASH, "15.00"));
        kept(posted, one(new Occasion.CreditApplied(invoice, false), left, owed, "1.00"));
        kept(posted, one(new Occasion.CreditWithdrawn(invoice, deposit), owed, left, "1.00"));
        Occasion missing = new Occasion.MoneySuspended(null, payment, invoice, null);
        JournalEntryId item = kept(posted, one(missing, Account.Own.SUSPENSE, Account.Own.CASH, "30.00"));
        Occasion found = new Occasion.MoneySuspended(item, payment, invoice, null);
        kept(posted, one(found, Account.Own.CASH, Account.Own.SUSPENSE, "10.00"));
        Occasion settled = new Occasion.SuspenseSettled(item, invoice);
        kept(posted, one(settled, owed, Account.Own.SUSPENSE, "5.00"));
        Occasion borne = new Occasion.SuspenseSettled(item, null);
        kept(posted, one(borne, Account.Own.OTHER_LOSS, Account.Own.SUSPENSE, "15.00"));
        kept(posted, voided(other));
        return posted;
    }

    private JournalEntryId kept(List<JournalEntry> posted, JournalEntry entry) {
        post(entry);
        posted.add(entry);
        return entry.id();
    }

    private JournalEntry one(Occasion occasion, Account debit, Account credit, String amount) {
        return entry(occasion, usd(amount), moved(debit, credit, amount));
    }

    private static Transfer moved(Account debit, Account credit, String amount) {
        return new Transfer(debit, credit, usd(amount));
    }

    private JournalEntry paid(InvoiceId invoice, String amount) {
        return entry(
                new Occasion.PaymentReceived(invoice, Occasion.Method.CHEQUE),
                usd(amount),
                new Transfer(Account.Own.CASH, owedOn(invoice), usd(amount)));
    }

    private JournalEntry granted(GrantId grant, String amount) {
        return entry(
                new Occasion.CreditGranted(grant),
                usd(amount),
                new Transfer(Account.Own.ALLOWANCE, new Account.ClientCredit(grant), usd(amount)));
    }

    private JournalEntry voided(InvoiceId invoice) {
        return entry(
                new Occasion.InvoiceVoided(invoice),
                usd("1000.00"),
                new Transfer(new Account.Revenue(Category.PACKAGE), owedOn(invoice), usd("1000.00")));
    }

    private JournalEntry entry(Occasion occasion, Money amount, Transfer... transfers) {
        return entry(new JournalEntryId(id()), occasion, amount, transfers);
    }

    /** An entry by a decision that is kept: whoever moves money was judged. */
    private JournalEntry entry(JournalEntryId id, Occasion occasion, Money amount, Transfer... transfers) {
        Decision decision = in(() -> office.engine
                .judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("test", "test/" + id),
                        List.of(ActorFact.of(office.admin)),
                        new Judge.By(office.admin, Office.NOW)));
        return new JournalEntry(
                id,
                new JournalEntry.Of(office.firm, office.client),
                occasion,
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
                            new CreditGrant.Of(office.firm, office.client),
                            source,
                            usd("1000.00"),
                            CreditGrant.Limits.NONE,
                            new CreditGrant.Asked(office.admin.person(), Office.NOW, origin)));
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
                        new Occasion.PaymentRefunded(first.id(), invoice.id()),
                        owedOn(invoice.id()),
                        Account.Own.REFUND,
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
                entry.id(), entry.of(), entry.occasion(), entry.amount(), day, entry.transfers(), entry.recorded());
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
    private static Set<Kind> ofNoDispute() {
        return EnumSet.complementOf(EnumSet.of(
                Kind.DISPUTE_WITHDRAWN,
                Kind.DISPUTE_FEE,
                Kind.DISPUTE_REINSTATED,
                Kind.CHARGED_BACK,
                Kind.CHARGEBACK_REVERSED));
    }
}
