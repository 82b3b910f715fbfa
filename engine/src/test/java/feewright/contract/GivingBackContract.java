package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.RequestAttempt;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.credit.Credits.CreditFilter;
import feewright.credit.IssueCreditNote;
import feewright.credit.RefundCredit;
import feewright.engine.Ports;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger.EntryFilter;
import feewright.ledger.Ledger.EntryKind;
import feewright.platform.CustomerText;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import feewright.refund.Refunds.RefundFilter;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which credit or money of an invoice goes back to a client, by every way in which it came (requirement L6): through the
 * processors that brought it, the newest payment first, and the rest by hand; booked once.
 */
public abstract class GivingBackContract {

    private static final CustomerText REASON = new CustomerText("Reason");

    private Office office;
    private Collecting collecting;
    private Invoice invoice;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void open() {
        office = Office.open(ports(), new PermissiveRulebook());
        collecting = Collecting.open(office);
        collecting.autopay(false);
        invoice = collecting.cashier().invoiceOf("100.00");
    }

    /** What came for an invoice of 100.00, what is given back, and then what of it through processors and what by hand. */
    static Stream<Arguments> table() {
        return Stream.of(
                arguments("card 100", "credit note 100", "100.00", ""),
                arguments("card 100", "credit note 30", "30.00", ""),
                arguments("card 100", "credit note 100 by hand", "", "100.00"),
                arguments("card 100", "payout of a credit note 100", "100.00", ""),
                arguments("card 100", "payout of a credit note 100 by hand", "", "100.00"),
                arguments("cheque 100", "credit note 100", "", "100.00"),
                arguments("cheque 100", "payout of a credit note 100", "", "100.00"),
                arguments("card 60, cheque 40", "credit note 100", "60.00", "40.00"),
                arguments("cheque 40, card 60", "credit note 100", "60.00", "40.00"),
                arguments("cheque 40, card 60", "credit note 50", "50.00", ""),
                arguments("cheque 40, card 60", "credit note 100 by hand", "", "100.00"),
                arguments("cheque 40, card 60", "payout of a credit note 100", "60.00", "40.00"),
                arguments("card 60, card 40", "credit note 100", "40.00 60.00", ""),
                arguments("card 60, card 40", "credit note 50", "40.00 10.00", ""),
                arguments("deposit 100", "credit note 100", "", ""),
                arguments("deposit 100", "payout of a credit note 100", "", "100.00"),
                arguments("card 130", "payout", "30.00", ""),
                arguments("card 130", "payout by hand", "", "30.00"),
                arguments("cheque 130", "payout", "", "30.00"),
                arguments("deposit 30", "payout", "", "30.00"),
                arguments("card 130", "credit note 100", "100.00", ""));
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_is_given_back_goes_the_way_that_it_came_L6(String came, String given, String processors, String byHand) {
        Stream.of(came.split(", ")).forEach(this::came);

        give(given);

        assertThat(amounts(false)).isEqualTo(processors);
        assertThat(amounts(true)).isEqualTo(byHand);
        assertThat(refunds().stream().map(Refund::amount).reduce(usd("0.00"), Money::plus))
                .isEqualTo(sum(processors));
        assertThat(TrialBalance.proven(office).byCode().stream()
                        .filter(line -> line.startsWith("refund"))
                        .toList())
                .isEqualTo(
                        sum(processors).plus(sum(byHand)).isZero()
                                ? List.of()
                                : List.of("refund USD "
                                        + sum(processors)
                                                .plus(sum(byHand))
                                                .negated()
                                                .getAmount()));
    }

    @Test
    void what_is_paid_out_and_comes_back_is_the_same_credit_again_L6() {
        came("card 130");
        give("payout");
        Refund refund = refunds().getFirst();

        told(refund, new RefundUpdate.Failed("re_1", "declined"));
        told(refund, new RefundUpdate.Failed("re_1", "declined"));

        assertThat(credit()).isEqualTo(usd("30.00"));
        assertThat(TrialBalance.proven(office).byCode())
                .containsExactly("cash USD 130.00", "client_credit USD -30.00", "revenue_package USD -100.00");
        give("payout by hand");
        assertThat(credit()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_a_credit_note_gave_back_and_comes_back_is_credit_and_not_owed_L6() {
        came("card 100");
        give("credit note 40");

        told(refunds().getFirst(), new RefundUpdate.Failed("re_1", "declined"));

        assertThat(credit()).isEqualTo(usd("40.00"));
        assertThat(collecting.cashier().account(invoice.id()).owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void no_more_goes_through_a_processor_than_it_still_holds_L6() {
        came("card 100");
        JournalEntry payment = journal(EntryKind.PAYMENT_RECEIVED).getFirst();
        collecting.cashier().refunded(payment, "30.00");
        collecting.cashier().paid(invoice, "30.00");

        give("credit note 100");

        assertThat(amounts(false)).isEqualTo("70.00");
        assertThat(amounts(true)).isEqualTo("30.00");
    }

    private void came(String how) {
        Money amount = usd(how.split(" ")[1] + ".00");
        if (how.startsWith("card")) {
            AttemptId attempt = ((RequestAttempt.Outcome.Requested)
                            office.engine.requestAttempt().ask(office.admin, invoice.id(), null, Office.NOW))
                    .attempt()
                    .id();
            collecting.said(attempt, new AttemptUpdate.Succeeded("pi_" + attempt, amount), Office.NOW);
        } else if (how.startsWith("cheque")) {
            collecting.cashier().paid(invoice, amount.getAmount().toPlainString());
        } else {
            collecting.cashier().deposited(amount.getAmount().toPlainString());
            if (amount.equals(usd("100.00"))) {
                collecting.cashier().applied(invoice, null);
            }
        }
    }

    private void give(String how) {
        boolean byHand = how.endsWith(" by hand");
        if (how.contains("credit note")) {
            String amount = how.replace(" by hand", "").replaceAll(".* ", "") + ".00";
            boolean later = how.startsWith("payout");
            CreditNoteRequest request = new CreditNoteRequest(
                    invoice.id(),
                    List.of(new Item.Amount(1, usd(amount))),
                    later ? Excess.CREDIT : byHand ? Excess.REFUND_BY_HAND : Excess.REFUND,
                    REASON);
            assertThat(office.engine.issueCreditNote().issue(office.admin, request, Office.NOW))
                    .isInstanceOf(IssueCreditNote.Outcome.Issued.class);
            if (!later) {
                return;
            }
        }
        for (GrantId grant : grants()) {
            assertThat(office.engine
                            .refundCredit()
                            .refund(
                                    office.admin,
                                    new RefundCredit.Request(grant, null, REASON, null, byHand),
                                    Office.NOW))
                    .isInstanceOf(RefundCredit.Outcome.Refunded.class);
        }
    }

    private void told(Refund refund, RefundUpdate report) {
        office.engine
                .recordRefund()
                .record(
                        office.firm,
                        new RecordRefund.Received(
                                new RecordRefund.Subject(
                                        collecting
                                                .attempt(refund.of().attempt())
                                                .reference(),
                                        refund.id(),
                                        refund.amount()),
                                RefundProcessor.Response.of(report),
                                Source.LOOK_UP,
                                Office.NOW),
                        Office.NOW);
    }

    private List<GrantId> grants() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.credits().page(office.firm, new CreditFilter(null, null, true), 100).stream()
                                .map(credit -> credit.id())
                                .toList());
    }

    private Money credit() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.credits().page(office.firm, new CreditFilter(null, null, null), 100).stream()
                                .map(credit -> credit.remaining())
                                .reduce(usd("0.00"), Money::plus));
    }

    private List<Refund> refunds() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.refunds().page(office.firm, new RefundFilter(null, null, null, null), 100));
    }

    private List<JournalEntry> journal(EntryKind kind) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .page(office.firm, new EntryFilter(null, kind, null, null, null), 100))
                .reversed();
    }

    private String amounts(boolean byHand) {
        return String.join(
                " ",
                journal(EntryKind.CREDIT_REFUNDED).stream()
                        .filter(entry -> ((EntryCause.CreditRefunded) entry.cause()).byHand() == byHand)
                        .map(entry -> entry.amount().getAmount().toPlainString())
                        .toList());
    }

    private static Money sum(String amounts) {
        return Stream.of(amounts.split(" "))
                .filter(amount -> !amount.isEmpty())
                .map(amount -> usd(amount))
                .reduce(usd("0.00"), Money::plus);
    }
}
