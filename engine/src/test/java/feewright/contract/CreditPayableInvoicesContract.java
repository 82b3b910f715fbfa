package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.credit.CreditGrant;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.ledger.CreditArrival;
import feewright.platform.ClientId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@code CreditPayableInvoices} and {@code CreditArrivals}. */
public abstract class CreditPayableInvoicesContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

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
    void what_terms_let_credit_pay_is_found_with_what_is_due_first_at_first_E10() {
        Invoice first = issued(Offers.payingByCredit(Offers.monthlyPackage("10.00")));
        Invoice second = issued(Offers.payingByCredit(Offers.monthlyPackage("10.00")));
        Invoice manual = issued(Offers.monthlyPackage("10.00"));
        Invoice paid = issued(Offers.payingByCredit(Offers.monthlyPackage("10.00")));
        cashier.paid(paid, "10.00");
        assertThat(ofClient()).isEmpty();

        cashier.granted("1.00");

        assertThat(ofClient()).containsExactly(first.id(), second.id());
        assertThat(among(second, manual, paid)).containsExactly(second.id());
    }

    @Test
    void credit_that_an_invoice_may_not_take_finds_nothing_E10() {
        SignedEngagement engagement = office.signed(Offers.payingByCredit(Offers.monthlyPackage("10.00")));
        Invoice restricted = cashier.issued(engagement);
        issued(Offers.payingByCredit(Offers.monthlyPackage("10.00")));
        cashier.granted("5.00", new CreditGrant.Limits(TODAY.plusDays(1), engagement.id()));
        cashier.grantedTo(office.anotherClient(), "5.00");

        assertThat(ofClient()).containsExactly(restricted.id());
        assertThat(ofClient(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void an_invoice_is_collected_as_long_as_an_attempt_lives_A3() {
        Collecting collecting = Collecting.open(office);
        Invoice invoice = cashier.invoiceOf("10.00");
        assertThat(isCollected(invoice)).isFalse();

        AttemptId attempt = collecting.errand(Office.NOW).charge().attempt();
        assertThat(isCollected(invoice)).isTrue();
        collecting.said(attempt, Collecting.succeeded(Cashier.usd("10.00")), Office.NOW);

        assertThat(isCollected(invoice)).isFalse();
    }

    @Test
    void what_arrived_waits_until_it_is_done_with_and_is_nobody_elses_E10() {
        CreditArrival first = new CreditArrival(office.ports.ids().next(), office.client);
        CreditArrival second = new CreditArrival(office.ports.ids().next(), office.client);
        arrived(second);
        arrived(first);

        assertThat(waiting(office, 1)).containsExactly(first);
        assertThat(waiting(office, 10)).containsExactly(first, second);
        assertThat(waiting(neighbour, 10)).isEmpty();
        doneWith(neighbour, first);
        doneWith(office, second);
        doneWith(office, second);

        assertThat(waiting(office, 10)).containsExactly(first);
    }

    private Invoice issued(TermsInput offer) {
        return cashier.issued(office.signed(offer));
    }

    private List<InvoiceId> ofClient() {
        return ofClient(TODAY);
    }

    private List<InvoiceId> ofClient(LocalDate day) {
        ClientId client = office.client;
        return office.ports
                .transactions()
                .reading(
                        office.admin, () -> office.ports.creditPayableInvoices().ofClient(office.firm, client, day));
    }

    private List<InvoiceId> among(Invoice... invoices) {
        List<InvoiceId> ids = List.of(invoices).stream().map(Invoice::id).toList();
        return office.ports
                .transactions()
                .reading(
                        office.admin, () -> office.ports.creditPayableInvoices().among(office.firm, ids, TODAY));
    }

    private boolean isCollected(Invoice invoice) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.creditPayableInvoices().isCollected(office.firm, invoice.id()));
    }

    private void arrived(CreditArrival arrival) {
        office.ports.transactions().in(office.admin, () -> {
            office.ports.creditArrivals().add(office.firm, arrival);
            return arrival;
        });
    }

    private static List<CreditArrival> waiting(Office at, int limit) {
        return at.ports
                .transactions()
                .reading(at.admin, () -> at.ports.creditArrivals().waiting(at.firm, limit));
    }

    private static void doneWith(Office at, CreditArrival arrival) {
        at.ports.transactions().in(at.admin, () -> {
            at.ports.creditArrivals().done(at.firm, List.of(arrival));
            return arrival;
        });
    }
}
