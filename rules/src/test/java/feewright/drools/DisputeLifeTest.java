package feewright.drools;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_REINSTATED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_WITHDRAWN;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeEvent.Kind.UPDATED;
import static feewright.dispute.DisputeState.INQUIRY_NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.PREVENTED;
import static feewright.dispute.DisputeState.REOPENED;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.attempt.PaymentFailure;
import feewright.attempt.ResolveSuspense;
import feewright.attempt.UpdateOutcome;
import feewright.credit.CreditBalance;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.Credits.CreditFilter;
import feewright.credit.PayoutFact;
import feewright.credit.RefundCredit;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeMovement;
import feewright.dispute.FraudWarning;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.dispute.LostDisputeFact;
import feewright.dispute.RecordFraudWarning;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger.EntryFilter;
import feewright.ledger.Ledger.EntryKind;
import feewright.ledger.PaymentStatus;
import feewright.ledger.SuspenseFilter;
import feewright.payment.RefundFact;
import feewright.payment.RefundPayment;
import feewright.payment.SuspenseTarget;
import feewright.platform.CustomerText;
import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the money of a disputed payment, under the core rules (requirements D1 to D3). */
class DisputeLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final DisputeRules rules = DisputeRules.inForce();
    private final Office office = Office.open(MemoryPorts.empty(), rules);
    private final Disputing disputing = Disputing.open(office);
    private final Cashier cashier = disputing.cashier();

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_disputed_invoice_stays_paid_and_shows_what_is_disputed_D2() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "40.00");

        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        InvoiceAccount account = account(paid);
        assertThat(account.settlement(TODAY)).isEqualTo(PaymentStatus.PAID);
        assertThat(account.owed()).isEqualTo(usd("0.00"));
        assertThat(account.contested().open()).isTrue();
        assertThat(account.contested().claimed()).isEqualTo(usd("40.00"));
        assertThat(balances()).contains("disputed USD 40.00", "dispute_fee USD 15.00", "cash USD 45.00");
    }

    @Test
    void a_lost_dispute_lets_the_invoice_owe_again_what_was_charged_back_D2() {
        Paid paid = disputing.paid("100.00", "100.00");

        lose(story("d", paid, "40.00"));

        InvoiceAccount account = account(paid);
        assertThat(account.owed()).isEqualTo(usd("40.00"));
        assertThat(account.received()).isEqualTo(usd("60.00"));
        assertThat(account.contested().lost()).isTrue();
        assertThat(account.contested().chargedBack()).isEqualTo(usd("40.00"));
        assertThat(account.settlement(TODAY)).isEqualTo(PaymentStatus.PART_PAID);
    }

    @Test
    void credit_that_the_payment_made_goes_first_D3() {
        Paid paid = disputing.paid("100.00", "130.00");

        lose(story("d", paid, "70.00"));

        assertThat(account(paid).owed()).isEqualTo(usd("40.00"));
        assertThat(cashier.creditFrom(paid.payment().id()).remaining()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_was_given_back_before_is_a_loss_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        cashier.refunded(paid.payment(), "70.00");

        lose(story("d", paid, "100.00"));

        assertThat(account(paid).owed()).isEqualTo(usd("100.00"));
        assertThat(balances()).contains("chargeback_loss USD 70.00", "receivable USD 100.00");
    }

    @Test
    void a_dispute_of_a_void_invoice_is_a_loss_and_comes_back_as_one_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        cashier.refunded(paid.payment(), null);
        cashier.voided(paid.invoice());
        Story story = story("d", paid, "100.00");

        lose(story);
        List<String> lost = balances();
        disputing.tell(story.at(20, CLOSED, WON, story.taken(), story.back()));

        assertThat(lost).contains("chargeback_loss USD 100.00");
        assertThat(balances()).containsExactly("cash USD 85.00", "dispute_fee USD 15.00", "refund USD -100.00");
        assertThat(account(paid).isVoid()).isTrue();
    }

    @Test
    void won_after_it_was_lost_and_paid_by_wire_becomes_credit_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");
        lose(story);
        cashier.paid(paid.invoice(), "100.00");

        disputing.tell(story.at(20, CLOSED, WON, story.taken(), story.back()));

        assertThat(account(paid).owed()).isEqualTo(usd("0.00"));
        assertThat(credit()).isEqualTo(usd("100.00"));
    }

    @Test
    void lost_once_more_the_credit_that_came_of_winning_goes_first_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");
        lose(story);
        cashier.paid(paid.invoice(), "100.00");
        disputing.tell(story.at(20, CLOSED, WON, story.taken()));

        disputing.tell(story.at(30, CLOSED, LOST, story.taken()));

        assertThat(account(paid).owed()).isEqualTo(usd("0.00"));
        assertThat(credit()).isEqualTo(usd("0.00"));
    }

    @Test
    void an_old_debt_is_written_off_at_once_and_regained_when_it_is_won_after_all_D2() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");
        Instant late = Office.NOW.plus(Duration.ofDays(1000));
        office.engine.recordDispute().record(office.firm, story.at(0, CLOSED, LOST, story.taken()), late);
        InvoiceAccount lost = account(paid);

        disputing.tell(story.at(20, CLOSED, WON, story.taken(), story.back()));

        assertThat(lost.settlement(TODAY)).isEqualTo(PaymentStatus.WRITTEN_OFF);
        assertThat(account(paid).settlement(TODAY)).isEqualTo(PaymentStatus.PAID);
        assertThat(balances()).contains("cash USD 85.00").noneMatch(line -> line.startsWith("write_off"));
    }

    @Test
    void what_a_rule_gives_up_of_a_loss_says_why_and_what_for_D2() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "40.00");
        Instant late = Office.NOW.plus(Duration.ofDays(1000));

        office.engine.recordDispute().record(office.firm, story.at(0, CLOSED, LOST, story.taken()), late);

        JournalEntry given = journal(EntryKind.INVOICE_WRITTEN_OFF).getFirst();
        assertThat(given.amount()).isEqualTo(usd("40.00"));
        assertThat(given.cause())
                .isEqualTo(new EntryCause.InvoiceWrittenOff(
                        paid.invoice().id(),
                        disputing.dispute("d").orElseThrow().id()));
        assertThat(((EntryCause.InvoiceWrittenOff) given.cause()).reasonCode()).isEqualTo("chargeback");
    }

    @Test
    void rules_that_cannot_judge_give_nothing_up_D2() {
        Office unjudged = Office.open(MemoryPorts.empty(), new UnjudgedLosses(rules));
        Disputing there = Disputing.open(unjudged);
        Paid paid = there.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");

        there.tell(story.at(0, CLOSED, LOST, story.taken()));

        assertThat(there.cashier().account(paid.invoice().id()).owed()).isEqualTo(usd("100.00"));
    }

    /** The same rules, which break over every loss. */
    private record UnjudgedLosses(DisputeRules rules) implements Rulebook {

        @Override
        public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
            return facts.stream().anyMatch(LostDisputeFact.class::isInstance)
                    ? Verdict.unjudged(rules.pack(), set)
                    : rules.judge(set, facts);
        }

        @Override
        public PackHash pack() {
            return rules.pack();
        }
    }

    @Test
    void what_a_bank_takes_back_after_a_loss_is_owed_once_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        lose(story("d", paid, "60.00"));

        takenBack(paid);

        assertThat(account(paid).owed()).isEqualTo(usd("100.00"));
        assertThat(balances()).contains("chargeback_loss USD 60.00", "receivable USD 100.00");
        assertThat(account(paid).contested().chargedToClient()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_bank_that_was_first_ends_in_the_same_books_D3() {
        Paid first = disputing.paid("100.00", "100.00");
        lose(story("a", first, "60.00"));
        takenBack(first);
        List<String> lostFirst = balances();
        Disputing another = Disputing.open(Office.open(MemoryPorts.empty(), DisputeRules.inForce()));
        Paid second = another.paid("100.00", "100.00");

        another.collecting().said(second.attempt(), returned(second), Office.NOW);
        Story story = story("a", second, "60.00");
        another.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        another.tell(story.at(9, CLOSED, LOST, story.taken()));

        assertThat(TrialBalance.proven(another.office()).byCode()).isEqualTo(lostFirst);
    }

    @Test
    void what_a_dispute_withholds_is_not_given_back_of_another_payment_D3() {
        Paid card = disputing.paid("100.00", "60.00");
        JournalEntry cheque = cashier.paid(card.invoice(), "40.00");
        cashier.credited(card.invoice(), Excess.REFUND_BY_HAND, new CreditNoteRequest.Item.Amount(1, usd("40.00")));

        Story story = story("d", card, "60.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        assertThat(refundable(cheque)).isEqualTo(0);
    }

    @Test
    void a_credit_note_pays_out_no_more_than_a_dispute_leaves_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "70.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        rules.others().refuse("payout/" + paid.invoice().id());

        office.engine
                .issueCreditNote()
                .issue(
                        office.admin,
                        new CreditNoteRequest(
                                paid.invoice().id(),
                                List.of(new CreditNoteRequest.Item.Amount(1, usd("50.00"))),
                                Excess.REFUND,
                                new CustomerText("Reason")),
                        Office.NOW);

        assertThat(rules.others().lastAsked(PayoutFact.class))
                .containsExactly(new PayoutFact(paid.invoice().id(), 5000, 3000));
    }

    @Test
    void credit_of_disputed_money_is_not_paid_out_D3() {
        Paid paid = disputing.paid("100.00", "130.00");
        CreditBalance credit = cashier.creditFrom(paid.payment().id());
        Story story = story("d", paid, "120.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        rules.others().refuse("payout/" + paid.invoice().id());

        office.engine
                .refundCredit()
                .refund(
                        office.admin,
                        new RefundCredit.Request(credit.id(), usd("30.00"), new CustomerText("Reason")),
                        Office.NOW);

        assertThat(rules.others().lastAsked(PayoutFact.class))
                .containsExactly(new PayoutFact(paid.invoice().id(), 3000, 1000));
    }

    @Test
    void what_the_firm_bears_of_a_loss_is_not_charged_back_to_the_client_D2() {
        Paid paid = disputing.paid("100.00", "100.00");
        cashier.refunded(paid.payment(), "70.00");

        lose(story("d", paid, "100.00"));

        assertThat(account(paid).contested().chargedBack()).isEqualTo(usd("100.00"));
        assertThat(account(paid).contested().chargedToClient()).isEqualTo(usd("30.00"));
    }

    @Test
    void a_dispute_of_one_payment_leaves_the_others_of_the_invoice_alone_A5() {
        Paid card = disputing.paid("100.00", "60.00");
        JournalEntry cheque = cashier.paid(card.invoice(), "40.00");
        Story story = story("d", card, "60.00");

        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        assertThat(refundable(card.payment())).isEqualTo(0);
        assertThat(refundable(cheque)).isEqualTo(4000);
        disputing.tell(story.at(9, CLOSED, LOST, story.taken()));
        assertThat(refundable(card.payment())).isEqualTo(0);
        assertThat(refundable(cheque)).isEqualTo(4000);
    }

    @Test
    void what_an_inquiry_asks_about_can_be_given_back_A5() {
        Paid paid = disputing.paid("100.00", "100.00");
        disputing.tell(story("d", paid, "100.00").at(0, OPENED, INQUIRY_NEEDS_RESPONSE));

        assertThat(refundable(paid.payment())).isEqualTo(10_000);
    }

    @Test
    void what_is_told_before_the_payment_is_known_waits_D1() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = disputing.collecting().errand(Office.NOW).charge().attempt();
        Story story = new Story("d", "pi_1", usd("100.00"));

        UpdateOutcome early = disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.collecting().said(attempt, Collecting.succeeded(usd("100.00")), Office.NOW);
        UpdateOutcome later = disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        assertThat(early).isEqualTo(UpdateOutcome.NOT_FOUND);
        assertThat(later).isEqualTo(UpdateOutcome.APPLIED);
        assertThat(cashier.account(invoice.id()).contested().open()).isTrue();
    }

    @Test
    void the_payment_of_another_firm_is_unknown_T1() {
        Paid paid = disputing.paid("100.00", "100.00");
        Office another = Office.open(office.ports, rules);
        Story story = story("d", paid, "100.00");

        UpdateOutcome outcome = another.engine
                .recordDispute()
                .record(another.firm, story.at(0, OPENED, NEEDS_RESPONSE, story.taken()), Office.NOW);

        assertThat(outcome).isEqualTo(UpdateOutcome.NOT_FOUND);
    }

    @Test
    void what_came_late_is_kept_as_it_came_and_counts_as_it_happened_D1() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");

        disputing.tell(story.at(9, UPDATED, UNDER_REVIEW, story.taken(), story.back()));
        disputing.tell(story.at(5, CLOSED, WON, story.taken(), story.back()));
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        Dispute dispute = disputing.dispute("d").orElseThrow();
        assertThat(dispute.course().state()).isEqualTo(REOPENED);
        assertThat(dispute.events()).extracting(event -> event.name()).containsExactly("d-9", "d-5", "d-0");
        assertThat(dispute.asHappened()).extracting(event -> event.name()).containsExactly("d-0", "d-5", "d-9");
    }

    @Test
    void an_event_that_stands_otherwise_because_of_a_later_one_says_so_and_its_money_is_in_suspense_D1() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "80.00");
        disputing.tell(story.at(5, UPDATED, NEEDS_RESPONSE, story.taken()));

        disputing.tell(story.at(0, CLOSED, PREVENTED));

        assertThat(disputing.dispute("d").orElseThrow().events().getFirst().standings())
                .extracting(standing -> standing.applied())
                .containsExactly(true, false);
        assertThat(balances()).contains("cash USD 5.00", "suspense USD 95.00");
    }

    @Test
    void a_dispute_in_another_currency_holds_back_all_of_its_payment_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = new Story("d", paid.reference(), Money.parse("EUR 20.00"));

        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));

        assertThat(refundable(paid.payment())).isEqualTo(0);
        assertThat(account(paid).contested().withheld()).isEqualTo(usd("100.00"));
    }

    @Test
    void what_no_rule_lets_a_dispute_take_is_missing_and_not_given_back_L5() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "30.00");

        disputing.tell(story.at(0, OPENED, INQUIRY_NEEDS_RESPONSE, story.taken()));

        assertThat(balances()).contains("cash USD 55.00", "suspense USD 45.00");
        assertThat(account(paid).contested().suspended()).isTrue();
        assertThat(refundable(paid.payment())).isEqualTo(5500);
    }

    @Test
    void a_person_settles_what_a_dispute_left_in_suspense_and_what_counts_later_comes_up_again_L5() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");
        disputing.tell(story.at(0, OPENED, INQUIRY_NEEDS_RESPONSE, story.taken()));
        settle(paid, SuspenseTarget.FIRM);
        List<String> settled = balances();

        disputing.tell(story.at(3, UPDATED, NEEDS_RESPONSE, story.taken()));

        assertThat(settled)
                .contains("cash USD -15.00", "other_loss USD 115.00")
                .noneMatch(line -> line.startsWith("susp"));
        assertThat(balances()).contains("disputed USD 100.00", "other_loss USD 115.00", "suspense USD -115.00");
    }

    @Test
    void a_client_bears_what_an_inquiry_took_and_was_put_on_the_invoice_only_once_L5() {
        Paid paid = disputing.paid("100.00", "100.00");
        DisputeMovement taken = new DisputeMovement("inquiry-w", usd("-30.00"), usd("0.00"));
        disputing.tell(story("inquiry", paid, "30.00").at(0, OPENED, INQUIRY_NEEDS_RESPONSE, taken));
        settle(paid, SuspenseTarget.INVOICE);
        cashier.paid(paid.invoice(), "30.00");

        lose(story("d", paid, "100.00"));

        assertThat(account(paid).owed()).isEqualTo(usd("70.00"));
        assertThat(balances()).contains("chargeback_loss USD 30.00");
    }

    private void settle(Paid paid, SuspenseTarget target) {
        JournalEntryId item = office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .suspense(
                                        office.firm,
                                        SuspenseFilter.open(paid.invoice().id()),
                                        1))
                .getFirst()
                .id();
        office.engine
                .resolveSuspense()
                .settle(
                        office.admin,
                        new ResolveSuspense.Request(item, target, null, new CustomerText("Reason")),
                        Office.NOW);
    }

    @Test
    void a_fee_that_is_given_back_is_an_entry_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        Story story = story("d", paid, "100.00");
        var back = new DisputeMovement("back", usd("100.00"), usd("-15.00"));

        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.tell(story.at(9, FUNDS_REINSTATED, WON, story.taken(), back));

        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        EntryKind.DISPUTE_WITHDRAWN,
                        EntryKind.DISPUTE_FEE,
                        EntryKind.DISPUTE_REINSTATED,
                        EntryKind.DISPUTE_FEE);
        assertThat(balances()).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
    }

    @Test
    void what_a_dispute_stopped_is_collected_once_it_is_won_A4() {
        Paid paid = disputing.paid("100.00", "60.00");
        Story story = story("d", paid, "60.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        assertThat(stopped(paid)).isEqualTo(new NextStep.None(StopReason.REFUSED));

        disputing.tell(story.at(9, CLOSED, WON, story.taken(), story.back()));

        assertThat(disputing.collecting().next(paid.invoice()))
                .isEqualTo(new NextStep.Attempt(Office.NOW, Cause.RETRY));
    }

    @Test
    void what_a_dispute_stopped_stays_so_once_it_is_lost_D2() {
        Paid paid = disputing.paid("100.00", "60.00");
        Story story = story("d", paid, "60.00");
        disputing.tell(story.at(0, FUNDS_WITHDRAWN, NEEDS_RESPONSE, story.taken()));
        stopped(paid);

        disputing.tell(story.at(9, CLOSED, LOST, story.taken()));

        assertThat(disputing.collecting().next(paid.invoice())).isEqualTo(new NextStep.None(StopReason.REFUSED));
    }

    @Test
    void a_fraud_warning_is_kept_once_and_proposes_a_refund_D1() {
        Paid paid = disputing.paid("100.00", "100.00");
        RecordFraudWarning.Warning news = new RecordFraudWarning.Warning(
                new Dispute.Reference(Collecting.PROCESSOR, "issfr_1"),
                paid.reference(),
                new FraudWarning.Details("made_with_stolen_card", true, Disputing.DAY));

        UpdateOutcome first = office.engine.recordFraudWarning().record(office.firm, news, Office.NOW);
        UpdateOutcome again = office.engine.recordFraudWarning().record(office.firm, news, Office.NOW);

        assertThat(List.of(first, again)).containsExactly(UpdateOutcome.APPLIED, UpdateOutcome.KNOWN);
        List<FraudWarning> kept = office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .fraudWarnings()
                                .page(office.firm, new WarningFilter(null, office.client), 10));
        assertThat(kept).singleElement().satisfies(warning -> {
            assertThat(warning.of().payment()).isEqualTo(paid.payment().id());
            assertThat(warning.proposal().refund()).isTrue();
        });
        assertThat(account(paid).received()).isEqualTo(usd("100.00"));
    }

    private void lose(Story story) {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.tell(story.at(9, CLOSED, LOST, story.taken()));
    }

    private void takenBack(Paid paid) {
        disputing.collecting().said(paid.attempt(), returned(paid), Office.NOW);
    }

    private static AttemptUpdate returned(Paid paid) {
        return new AttemptUpdate.Failed(
                paid.reference(), new PaymentFailure(PaymentFailure.Category.OTHER, true, "returned", null));
    }

    private List<JournalEntry> journal(EntryKind kind) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .page(office.firm, new EntryFilter(null, kind, null, null, null), 100));
    }

    /** The collection, as it is after the rules refused it. */
    private NextStep stopped(Paid paid) {
        office.ports.transactions().in(office.admin, () -> {
            var cursors = office.ports.collectionCursors();
            var cursor = cursors.lock(office.firm, paid.invoice().id()).orElseThrow();
            cursors.move(office.firm, List.of(cursor.then(new NextStep.Attempt(Office.NOW, Cause.AUTOPAY))));
            return cursor;
        });
        rules.others().refuse("collection/" + paid.invoice().id());
        disputing.collecting().taken(Office.NOW);
        return disputing.collecting().next(paid.invoice());
    }

    private long refundable(JournalEntry payment) {
        rules.others().refuse("refund/" + payment.id());
        office.engine
                .refundPayment()
                .refund(
                        office.admin,
                        new RefundPayment.Request(payment.id(), usd("0.01"), new CustomerText("Reason")),
                        Office.NOW);
        return rules.others().lastAsked(RefundFact.class).getFirst().refundableMinor();
    }

    private InvoiceAccount account(Paid paid) {
        return cashier.account(paid.invoice().id());
    }

    private List<String> balances() {
        return TrialBalance.proven(office).byCode();
    }

    private List<EntryKind> kinds() {
        return office
                .ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .page(office.firm, new EntryFilter(null, null, null, null, null), 100))
                .stream()
                .map(entry -> EntryKind.of(entry.cause()))
                .filter(kind -> kind.code().startsWith("dispute"))
                .toList();
    }

    private Money credit() {
        return office
                .ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.credits().page(office.firm, new CreditFilter(null, null, null), 100))
                .stream()
                .map(standing -> standing.remaining())
                .reduce(usd("0.00"), Money::plus);
    }
}
