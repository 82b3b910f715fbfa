package feewright.attempt;

import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Collecting.failed;
import static feewright.fixture.Collecting.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.PaymentStatus;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From issue to money (requirements A2 and A3), with rules that let everything pass: what the engine itself holds. */
class CollectingTest {

    private static final Instant NOW = Office.NOW;

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Collecting collecting = Collecting.open(office);
    private final Cashier cashier = collecting.cashier();

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void what_is_issued_is_collected_once_and_the_money_is_in_the_ledger_A2() {
        Invoice invoice = cashier.invoiceOf("100.00");

        ProcessorCall errand = collecting.errand(NOW);
        collecting.said(errand.charge().attempt(), succeeded(usd("100.00")), NOW);

        assertThat(errand).isInstanceOf(ProcessorCall.Collect.class);
        assertThat(errand.charge().amount()).isEqualTo(usd("100.00"));
        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd("0.00"));
        assertThat(account.received()).isEqualTo(usd("100.00"));
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.COLLECTED));
        assertThat(collecting.taken(NOW.plus(Duration.ofDays(400)))).isEmpty();
    }

    @Test
    void what_the_processor_cannot_take_stays_owed_and_is_not_overdue_A7() {
        Invoice invoice = cashier.invoiceOf("100.04");
        TakeDueCollections takeDueCollections =
                takeDueCollections(owed -> new Collectable.Amount(owed.rounded(0, RoundingMode.DOWN)));

        ProcessorCall errand = takeDueCollections.take(office.firm, 100, NOW).getFirst();
        collecting.said(errand.charge().attempt(), succeeded(usd("100.00")), NOW);

        assertThat(errand.charge().amount()).isEqualTo(usd("100.00"));
        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd("0.04"));
        assertThat(account.settlement(LocalDate.of(2027, 1, 1))).isEqualTo(PaymentStatus.PART_PAID);
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.REMAINDER_LEFT));
        assertThat(takeDueCollections.take(office.firm, 100, NOW.plus(Duration.ofDays(400))))
                .isEmpty();
    }

    @Test
    void once_the_money_is_gone_again_the_whole_is_overdue_A7() {
        Invoice invoice = cashier.invoiceOf("100.04");
        TakeDueCollections takeDueCollections =
                takeDueCollections(owed -> new Collectable.Amount(owed.rounded(0, RoundingMode.DOWN)));
        ProcessorCall errand = takeDueCollections.take(office.firm, 100, NOW).getFirst();
        collecting.said(errand.charge().attempt(), succeeded(usd("100.00")), NOW);

        collecting.said(errand.charge().attempt(), failed(PaymentFailure.Category.OTHER, true), NOW.plusSeconds(1));

        assertThat(cashier.account(invoice.id()).settlement(LocalDate.of(2027, 1, 1)))
                .isEqualTo(PaymentStatus.OVERDUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = StopReason.class,
            names = {"AMOUNT_TOO_SMALL", "AMOUNT_TOO_LARGE", "CURRENCY_UNSUPPORTED"})
    void what_the_processor_takes_nothing_of_is_not_sent_and_that_is_said_A7(StopReason why) {
        Invoice invoice = cashier.invoiceOf("100.00");
        TakeDueCollections takeDueCollections = takeDueCollections(_ -> new Collectable.None(why));

        assertThat(takeDueCollections.take(office.firm, 100, NOW)).isEmpty();

        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(why));
    }

    /** Over a processor that counts in its own way. */
    private TakeDueCollections takeDueCollections(Function<Money, Collectable> collectable) {
        return new TakeDueCollections(
                office.ports.transactions(),
                office.engine.collectionRecords(),
                office.engine.payWithCredit(),
                new ProcessorLimits(Map.of(Collecting.PROCESSOR, collectable)));
    }

    @Test
    void credit_pays_first_and_nobody_is_called_for_nothing_A2() {
        cashier.granted("100.00");
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.applied(invoice, null);

        assertThat(collecting.taken(NOW)).isEmpty();
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    @Test
    void where_autopay_is_off_nothing_is_queued_and_switching_it_off_stops_what_is_A2() {
        Invoice before = cashier.invoiceOf("100.00");
        collecting.autopay(false);
        cashier.invoiceOf("50.00");

        assertThat(collecting.taken(NOW)).isEmpty();
        assertThat(collecting.next(before)).isEqualTo(new NextStep.None(StopReason.AUTOPAY_SWITCHED_OFF));
    }

    @Test
    void without_a_method_or_its_processor_nobody_is_called_A2() {
        Invoice invoice = cashier.invoiceOf("100.00");
        assertThat(office.takeDueCollections("another").take(office.firm, 100, NOW))
                .isEmpty();
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.NO_PROCESSOR));

        Invoice second = cashier.invoiceOf("100.00");
        office.ports.transactions().in(office.admin, () -> {
            office.ports
                    .paymentMethods()
                    .of(office.firm, office.client)
                    .forEach(method -> office.ports.paymentMethods().remove(office.firm, method.id(), NOW));
            return null;
        });
        assertThat(collecting.taken(NOW)).isEmpty();
        assertThat(collecting.next(second)).isEqualTo(new NextStep.None(StopReason.NO_METHOD));
    }

    @Test
    void what_was_taken_falls_due_again_under_the_same_key_if_nobody_answers_A3() {
        cashier.invoiceOf("100.00");
        ProcessorCall first = collecting.errand(NOW);
        assertThat(collecting.taken(NOW.plus(PollSchedule.LEASE).minusSeconds(1)))
                .isEmpty();

        ProcessorCall again = collecting.errand(NOW.plus(PollSchedule.LEASE));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void what_nobody_knows_is_asked_again_under_its_key_and_looked_up_once_that_is_forgotten_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Unknown("timeout"), NOW);
        assertThat(collecting.attempt(attempt).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.LookUp(NOW.plus(Duration.ofMinutes(1)), attempt));

        Instant soon = NOW.plus(Duration.ofMinutes(1));
        assertThat(collecting.errand(soon)).isInstanceOf(ProcessorCall.Collect.class);
        collecting.said(attempt, new AttemptUpdate.Unknown("timeout"), soon);
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.LookUp(soon.plus(Duration.ofMinutes(5)), attempt));
        Instant late = NOW.plus(PollSchedule.KEY_LASTS);

        assertThat(collecting.errand(late)).isInstanceOf(ProcessorCall.LookUp.class);
        collecting.said(attempt, succeeded(usd("100.00")), Source.LOOK_UP, late);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void the_same_success_said_by_call_look_up_and_event_moves_the_money_once_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();

        List<UpdateOutcome> outcomes = List.of(
                collecting.said(attempt, succeeded(usd("100.00")), Source.event("evt_1"), NOW),
                collecting.said(attempt, succeeded(usd("100.00")), Source.CALL, NOW),
                collecting.said(attempt, succeeded(usd("100.00")), Source.event("evt_1"), NOW),
                collecting.said(attempt, succeeded(usd("100.00")), Source.LOOK_UP, NOW));

        assertThat(outcomes)
                .containsExactly(UpdateOutcome.APPLIED, UpdateOutcome.KNOWN, UpdateOutcome.KNOWN, UpdateOutcome.KNOWN);
        assertThat(cashier.account(invoice.id()).received()).isEqualTo(usd("100.00"));
    }

    @Test
    void another_sum_than_was_asked_for_pays_what_it_is_and_the_rest_is_credit_A3() {
        Invoice less = cashier.invoiceOf("100.00");
        collecting.said(collecting.errand(NOW).charge().attempt(), succeeded(usd("60.00")), NOW);
        Invoice more = cashier.invoiceOf("100.00");
        AttemptId second = collecting.errand(NOW).charge().attempt();
        collecting.said(second, succeeded(usd("130.00")), NOW);

        assertThat(cashier.account(less.id()).owed()).isEqualTo(usd("40.00"));
        assertThat(cashier.account(more.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(collecting.attempt(second).payment().orElseThrow())
                        .remaining())
                .isEqualTo(usd("30.00"));
    }

    @Test
    void a_sum_in_another_currency_is_left_to_a_person_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();

        collecting.said(attempt, succeeded(Money.parse("EUR 100.00")), NOW);

        assertThat(collecting.attempt(attempt).state()).isEqualTo(AttemptState.INITIATED);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(TrialBalance.proven(office).byCode()).contains("cash EUR 100.00", "suspense EUR -100.00");
    }

    @Test
    void a_success_after_a_failure_counts_and_a_second_one_becomes_credit_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId first = collecting.errand(NOW).charge().attempt();
        collecting.said(first, failed(PaymentFailure.Category.INSUFFICIENT_FUNDS, false), NOW);
        Instant retry = ((NextStep.Attempt) collecting.next(invoice)).at();
        AttemptId second = collecting.errand(retry).charge().attempt();

        collecting.said(first, succeeded(usd("100.00")), Source.event("evt_1"), retry);
        assertThat(collecting.next(invoice)).isInstanceOf(NextStep.LookUp.class);
        rulebook.refuse("double_payment/" + second);
        collecting.said(second, succeeded(usd("100.00")), retry);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(collecting.attempt(second).payment().orElseThrow())
                        .remaining())
                .isEqualTo(usd("100.00"));
    }

    @Test
    void what_a_bank_takes_back_is_owed_again_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Processing("pi_1"), NOW);
        collecting.said(attempt, succeeded(usd("100.00")), Source.event("evt_1"), NOW);

        collecting.said(attempt, failed(PaymentFailure.Category.OTHER, true), Source.event("evt_2"), NOW);

        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd("100.00"));
        assertThat(account.received()).isEqualTo(usd("0.00"));
        assertThat(collecting.attempt(attempt).state()).isEqualTo(AttemptState.FAILED);
    }

    @Test
    void money_for_a_voided_invoice_becomes_credit_A3() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        cashier.voided(invoice);

        collecting.said(attempt, succeeded(usd("100.00")), NOW);

        assertThat(cashier.creditFrom(collecting.attempt(attempt).payment().orElseThrow())
                        .remaining())
                .isEqualTo(usd("100.00"));
    }

    @Test
    void what_no_rule_permits_is_kept_and_changes_nothing() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        rulebook.refuse("payment_attempt/" + attempt);

        UpdateOutcome outcome = collecting.said(attempt, succeeded(usd("100.00")), NOW);

        assertThat(outcome).isEqualTo(UpdateOutcome.UNAPPLIED);
        assertThat(collecting.attempt(attempt).state()).isEqualTo(AttemptState.INITIATED);
        assertThat(collecting.attempt(attempt).events()).hasSize(2);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_forbidden_day_moves_a_retry_A4() {
        Invoice moved = cashier.invoiceOf("100.00");
        rulebook.refuse("retry/1");
        rulebook.refuse("retry/2");
        collecting.said(
                collecting.errand(NOW).charge().attempt(), failed(PaymentFailure.Category.CARD_DECLINED, false), NOW);

        assertThat(collecting.next(moved)).isEqualTo(new NextStep.Attempt(NOW.plus(Duration.ofDays(3)), Cause.RETRY));
    }

    @Test
    void an_attempt_by_hand_is_committed_at_once_and_called_by_the_outbox() {
        collecting.autopay(false);
        Invoice invoice = cashier.invoiceOf("100.00");

        RequestAttempt.Outcome made = office.engine.requestAttempt().ask(office.admin, invoice.id(), null, NOW);

        PaymentAttempt attempt = ((RequestAttempt.Outcome.Requested) made).attempt();
        assertThat(attempt.made().cause()).isEqualTo(Cause.BY_HAND);
        assertThat(attempt.made().by()).isEqualTo(office.admin.person());
        assertThat(collecting.errand(NOW).charge().attempt()).isEqualTo(attempt.id());
    }

    @Test
    void an_attempt_by_hand_that_is_refused_starts_no_collection() {
        collecting.autopay(false);
        Invoice invoice = cashier.invoiceOf("100.00");
        rulebook.refuse("collection/" + invoice.id());

        RequestAttempt.Outcome refused = office.engine.requestAttempt().ask(office.admin, invoice.id(), null, NOW);

        assertThat(refused).isInstanceOf(RequestAttempt.Outcome.Refused.class);
        assertThat(office.ports
                        .transactions()
                        .reading(
                                office.admin,
                                () -> office.ports.collectionCursors().find(office.firm, invoice.id())))
                .isEmpty();
    }
}
