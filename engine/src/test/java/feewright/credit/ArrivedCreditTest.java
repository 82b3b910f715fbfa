package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.platform.ClientId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credit that arrives while invoices are open (requirement E10), with rules that let everything pass. */
class ArrivedCreditTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private Office office = Office.open(MemoryPorts.empty(), rulebook);
    private Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_deposit_pays_what_is_due_first_E10() {
        Invoice first = automatic("100.00");
        Invoice second = automatic("100.00");

        cashier.deposited("130.00");
        arrived();

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("70.00"));
        assertThat(applications()).extracting(JournalEntry::amount).containsExactly(usd("30.00"), usd("100.00"));
        assertThat(applications())
                .extracting(JournalEntry::cause)
                .contains(new EntryCause.CreditApplied(first.id(), true));
    }

    @Test
    void an_overpayment_of_one_invoice_pays_another_E10() {
        Invoice open = automatic("100.00");
        Invoice overpaid = cashier.invoiceOf("50.00");

        cashier.paid(overpaid, "80.00");
        arrived();

        assertThat(cashier.account(open.id()).creditApplied()).isEqualTo(usd("30.00"));
    }

    @Test
    void where_the_terms_say_manual_credit_waits_for_a_person_E10() {
        Invoice manual = cashier.invoiceOf("100.00");

        cashier.deposited("100.00");
        arrived();

        assertThat(cashier.account(manual.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void credit_of_another_client_or_for_another_engagement_pays_nothing_E10() {
        Invoice open = automatic("100.00");
        SignedEngagement other = office.signed(Offers.monthlyPackage("10.00"));

        cashier.grantedTo(office.anotherClient(), "100.00");
        cashier.granted("100.00", new CreditGrant.Limits(null, other.id()));
        arrived();

        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void goodwill_pays_once_somebody_else_agreed_E10() {
        Invoice open = automatic("100.00");
        GrantId goodwill = cashier.askedFor(CreditSource.GOODWILL, "40.00");
        arrived();
        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("100.00"));

        cashier.reviewed(goodwill, CreditStep.APPROVE);
        arrived();

        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("60.00"));
    }

    @Test
    void what_a_void_gives_back_pays_what_is_open_E10() {
        Invoice voided = automatic("100.00");
        cashier.deposited("100.00");
        arrived();
        Invoice open = automatic("60.00");

        cashier.voided(voided);
        arrived();

        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(voided.id()).owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_owes_again_by_the_reversal_of_a_payment_takes_credit_that_waits_E10() {
        Invoice invoice = automatic("100.00");
        JournalEntry wrong = cashier.paid(invoice, "100.00");
        JournalEntry right = cashier.paid(invoice, "100.00");
        arrived();

        cashier.reversedPayment(wrong);
        arrived();

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_the_reversal_of_a_deposit_takes_off_an_invoice_other_credit_pays_E10() {
        JournalEntry wrong = cashier.deposited("100.00");
        Invoice invoice = automatic("100.00");
        cashier.deposited("60.00");
        arrived();

        cashier.reversedPayment(wrong);
        arrived();

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("40.00"));
    }

    @Test
    void what_a_person_took_off_an_invoice_comes_back_to_it_by_hand_only_E10() {
        Invoice first = automatic("100.00");
        cashier.deposited("100.00");
        arrived();
        Invoice second = automatic("50.00");

        cashier.unapplied(applications().getFirst());
        arrived();
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("50.00"));
        cashier.granted("10.00");
        arrived();

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("90.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("0.00"));
        cashier.applied(first, "50.00");
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("40.00"));
    }

    @Test
    void what_was_cut_short_between_two_invoices_is_gone_on_with_E10() {
        Invoice first = automatic("100.00");
        Invoice second = automatic("100.00");
        cashier.deposited("150.00");
        rulebook.breakOn("application/" + second.id());

        assertThatThrownBy(this::arrived).isInstanceOf(ArithmeticException.class);
        office = office.restarted(office.ports, new PermissiveRulebook());
        cashier = new Cashier(office);
        arrived();

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("50.00"));
        assertThat(applications()).hasSize(2);
    }

    @Test
    void what_fails_for_one_client_holds_up_no_other_E10() {
        Invoice broken = automatic("100.00");
        ClientId other = office.anotherClient();
        Invoice open = cashier.issued(office.signed(other, Offers.payingByCredit(Offers.monthlyPackage("50.00"))));
        rulebook.breakOn("application/" + broken.id());

        cashier.granted("10.00");
        cashier.grantedTo(other, "20.00");
        assertThatThrownBy(this::arrived).isInstanceOf(ArithmeticException.class);

        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("30.00"));
    }

    @Test
    void what_the_rules_refuse_is_passed_over_and_the_next_invoice_takes_it_E10() {
        Invoice refused = automatic("100.00");
        Invoice open = automatic("100.00");
        rulebook.refuse("application/" + refused.id());

        cashier.deposited("100.00");
        arrived();

        assertThat(cashier.account(refused.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(open.id()).owed()).isEqualTo(usd("0.00"));
    }

    private Invoice automatic(String fee) {
        return cashier.issued(office.signed(Offers.payingByCredit(Offers.monthlyPackage(fee))));
    }

    private void arrived() {
        office.creditArrives(Office.NOW);
    }

    /** Newest first. */
    private List<JournalEntry> applications() {
        Ledger.EntryFilter applied =
                new Ledger.EntryFilter(null, Ledger.EntryKind.CREDIT_APPLIED, office.client, null, null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.ledger().page(office.firm, applied, 100));
    }
}
