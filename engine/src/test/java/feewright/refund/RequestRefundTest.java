package feewright.refund;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.SimulatedCard;
import feewright.fixture.Disputing;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Simulated;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger.EntryFilter;
import feewright.payment.RefundFact;
import feewright.payment.RefundPayment;
import feewright.platform.CustomerText;
import feewright.refund.Refunds.RefundFilter;
import feewright.rule.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money goes back through the processor that brought it, never more than it brought (requirements A5, A6). */
class RequestRefundTest {

    private static final CustomerText REASON = new CustomerText("Reason");

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Simulated simulated = new Simulated(office, rulebook);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void its_invoice_owes_again_before_the_processor_is_asked_and_once_it_said_yes_A5() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");

        Refund refund = asked(invoice, "30.00");
        Money before = owed(invoice);
        simulated.work();

        assertThat(refund.state()).isEqualTo(RefundState.REQUESTED);
        assertThat(refund.made()).isEqualTo(new Refund.Created(office.admin.person(), Office.NOW, false));
        assertThat(before).isEqualTo(usd("30.00"));
        assertThat(only().state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(only().reference()).isEqualTo("simre_" + refund.id());
        assertThat(owed(invoice)).isEqualTo(usd("30.00"));
        assertThat(entryOf(refund).cause())
                .isEqualTo(new EntryCause.PaymentRefunded(simulated.payment(invoice), invoice.id(), false));
    }

    @Test
    void a_bank_account_has_its_money_after_three_days_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.DEBIT_SUCCEEDS, "100.00");
        simulated.later(Duration.ofDays(4));
        asked(invoice, null);
        simulated.work();

        simulated.later(Duration.ofDays(3).minusSeconds(1));
        RefundState waiting = only().state();
        simulated.later(Duration.ofHours(6));

        assertThat(waiting).isEqualTo(RefundState.PENDING);
        assertThat(only().state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(owed(invoice)).isEqualTo(usd("100.00"));
    }

    @Test
    void what_a_card_does_not_take_pays_its_invoice_again_A5() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_REFUND_FAILS, "100.00");
        Refund refund = asked(invoice, "30.00");
        simulated.work();
        Money meanwhile = owed(invoice);

        simulated.later(Duration.ofDays(2));

        assertThat(meanwhile).isEqualTo(usd("30.00"));
        assertThat(owed(invoice)).isEqualTo(usd("0.00"));
        assertThat(only().latest().orElseThrow().report())
                .isEqualTo(new RefundUpdate.Failed("simre_" + refund.id(), "expired_or_canceled_card"));
        assertThat(entryOf(only()).cause())
                .isEqualTo(new EntryCause.RefundFailed(simulated.payment(invoice), invoice.id()));
        assertThat(asked(invoice, null).amount()).isEqualTo(usd("100.00"));
    }

    @Test
    void without_an_amount_all_that_is_left_goes_back_A5() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        asked(invoice, "30.00");

        Refund rest = asked(invoice, null);

        assertThat(rest.amount()).isEqualTo(usd("70.00"));
        assertThat(rulebook.lastAsked(RefundFact.class))
                .containsExactly(new RefundFact(simulated.payment(invoice), 7_000, 7_000));
        assertThat(owed(invoice)).isEqualTo(usd("100.00"));
    }

    @Test
    void where_nothing_is_left_the_rules_are_asked_about_all_of_it_A5() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        asked(invoice, null);
        rulebook.refuse("refund/" + simulated.payment(invoice));

        RequestRefund.Outcome outcome = ask(office, simulated.payment(invoice), null);

        assertThat(outcome).isInstanceOf(RequestRefund.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(RefundFact.class))
                .containsExactly(new RefundFact(simulated.payment(invoice), 10_000, 0));
    }

    @Test
    void a_refused_refund_leaves_its_decision_and_nothing_else_A5() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        List<JournalEntry> before = entries();
        rulebook.refuse("refund/" + simulated.payment(invoice));

        RequestRefund.Outcome outcome = ask(office, simulated.payment(invoice), usd("30.00"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RequestRefund.Outcome.Refused.class,
                        refused -> assertThat(refused.decision())
                                .extracting(Decision::question, Decision::outcome)
                                .containsExactly(
                                        new Decision.Request("refund_payment", "payment/" + simulated.payment(invoice)),
                                        Decision.Outcome.REFUSED));
        assertThat(refunds(office)).isEmpty();
        assertThat(entries()).isEqualTo(before);
        assertThat(owed(invoice)).isEqualTo(usd("0.00"));
        assertThat(simulated.engine.takeDueRefunds().take(office.firm, 10, Office.NOW))
                .isEmpty();
    }

    @Test
    void credit_that_the_payment_made_goes_first_A5() {
        Disputing.Paid paid = Disputing.open(office).paid("100.00", "130.00");

        ask(office, paid.payment().id(), usd("50.00"));

        assertThat(simulated.cashier.creditFrom(paid.payment().id()).remaining())
                .isEqualTo(usd("0.00"));
        assertThat(owed(paid.invoice())).isEqualTo(usd("20.00"));
    }

    @Test
    void a_cheque_goes_back_by_hand_and_what_is_no_payment_not_at_all() {
        Invoice invoice = simulated.cashier.invoiceOf("100.00");
        JournalEntryId cheque = simulated.cashier.paid(invoice, "40.00").id();
        JournalEntryId loss = simulated.cashier.writtenOff(invoice, "10.00").id();
        JournalEntryId nothing = new JournalEntryId(office.ports.ids().next());

        assertThat(ask(office, cheque, null)).isEqualTo(new RequestRefund.Outcome.ByHand());
        assertThat(ask(office, loss, null)).isEqualTo(new RequestRefund.Outcome.NotFound());
        assertThat(ask(office, nothing, null)).isEqualTo(new RequestRefund.Outcome.NotFound());

        assertThat(simulated.engine.requestRefund().isOfAProcessor(office.admin, cheque))
                .isFalse();
        assertThat(owed(invoice)).isEqualTo(usd("50.00"));
        assertThat(refunds(office)).isEmpty();
    }

    @Test
    void another_firm_can_neither_see_nor_take_nor_ask_for_it_T1() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
        asked(invoice, "30.00");
        Office other = Office.open(office.ports, new PermissiveRulebook());

        RequestRefund.Outcome outcome = ask(other, simulated.payment(invoice), usd("1.00"));

        assertThat(outcome).isEqualTo(new RequestRefund.Outcome.NotFound());
        assertThat(other.engine.requestRefund().isOfAProcessor(other.admin, simulated.payment(invoice)))
                .isFalse();
        assertThat(other.engine.takeDueRefunds().take(other.firm, 10, Office.NOW))
                .isEmpty();
        assertThat(refunds(other)).isEmpty();
        assertThat(owed(invoice)).isEqualTo(usd("30.00"));
    }

    private Refund asked(Invoice invoice, @Nullable String amount) {
        return switch (ask(office, simulated.payment(invoice), amount == null ? null : usd(amount))) {
            case RequestRefund.Outcome.Requested(Refund refund) -> refund;
            case RequestRefund.Outcome other -> throw new AssertionError(other);
        };
    }

    private RequestRefund.Outcome ask(Office by, JournalEntryId payment, @Nullable Money amount) {
        return by.engine
                .requestRefund()
                .ask(by.admin, new RefundPayment.Request(payment, amount, REASON), simulated.now());
    }

    private Money owed(Invoice invoice) {
        return simulated.cashier.account(invoice.id()).owed();
    }

    private Refund only() {
        List<Refund> all = refunds(office);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Refund> refunds(Office of) {
        return of.ports
                .transactions()
                .reading(
                        of.admin, () -> of.ports.refunds().page(of.firm, new RefundFilter(null, null, null, null), 10));
    }

    private List<JournalEntry> entries() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .page(office.firm, new EntryFilter(null, null, null, null, null), 100));
    }

    /** The entry of the latest that was said of a refund and moved money. */
    private JournalEntry entryOf(Refund refund) {
        JournalEntryId entry = refund.events().stream()
                .flatMap(event -> Optional.ofNullable(event.effect().entry()).stream())
                .reduce((_, later) -> later)
                .orElseThrow();
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.ledger().find(office.firm, entry))
                .orElseThrow();
    }
}
