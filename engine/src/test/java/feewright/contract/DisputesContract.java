package feewright.contract;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeEvent.Kind.UPDATED;
import static feewright.dispute.DisputeState.INQUIRY_NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.attempt.UpdateOutcome;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent.Details;
import feewright.dispute.DisputeEvent.Judgement;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.dispute.Disputes;
import feewright.dispute.Disputes.DisputeFilter;
import feewright.dispute.FraudWarning;
import feewright.dispute.FraudWarningId;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.dispute.RecordDispute.Update;
import feewright.dispute.RecordFraudWarning;
import feewright.engine.Ports;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.ledger.DisputeId;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceDisputes;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger.EntryKind;
import feewright.platform.ConcurrentChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Disputes} and of the ledger's questions about them. */
public abstract class DisputesContract {

    private Office office;
    private Disputing disputing;
    private Paid paid;

    protected abstract Ports ports();

    @BeforeEach
    void openOffice() {
        office = Office.open(ports(), new PermissiveRulebook());
        disputing = Disputing.open(office);
        paid = disputing.paid("100.00", "100.00");
    }

    @Test
    void a_dispute_is_found_as_it_was_told() {
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(5, CLOSED, LOST, story.taken()));
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));

        Dispute dispute = disputing.dispute("d").orElseThrow();

        assertThat(dispute.of().payment()).isEqualTo(paid.payment().id());
        assertThat(dispute.of().invoice()).isEqualTo(paid.invoice().id());
        assertThat(dispute.recordedAt()).isEqualTo(Office.NOW);
        assertThat(dispute.course().state()).isEqualTo(LOST);
        assertThat(dispute.course().chargedBack()).isEqualTo(usd("40.00"));
        assertThat(dispute.course().fees()).isEqualTo(usd("15.00"));
        assertThat(dispute.course().reason()).isEqualTo("fraudulent");
        assertThat(dispute.events()).extracting(event -> event.name()).containsExactly("d-5", "d-0");
        assertThat(dispute.events().getFirst().told())
                .isEqualTo(story.at(5, CLOSED, LOST, story.taken()).told());
        assertThat(dispute.events())
                .allSatisfy(
                        event -> assertThat(event.standings()).singleElement().matches(Judgement::applied));
        assertThat(in(() -> disputes().find(office.firm, dispute.id()))).contains(dispute);
        assertThat(in(() -> disputes().of(office.firm, paid.payment().id()))).containsExactly(dispute);
        TrialBalance.proven(office);
    }

    @Test
    void a_name_is_opened_once_and_an_event_told_once() {
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));
        Dispute dispute = disputing.dispute("d").orElseThrow();

        assertThat(disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE))).isEqualTo(UpdateOutcome.KNOWN);
        assertThatThrownBy(() -> in(() -> {
                    disputes().tell(dispute, dispute.events().getFirst());
                    return dispute;
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> in(() -> {
                    disputes()
                            .open(new Dispute(
                                    new DisputeId(office.ports.ids().next()),
                                    dispute.of(),
                                    dispute.reference(),
                                    dispute.recordedAt(),
                                    List.of(),
                                    dispute.course()));
                    return dispute;
                }))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void disputes_come_by_the_end_of_the_time_to_answer() {
        Paid second = disputing.paid("50.00", "50.00");
        told("late", paid, Disputing.DAY.plusSeconds(900));
        told("soon", second, Disputing.DAY.plusSeconds(600));
        told("never", paid, null);
        told("later", paid, Disputing.DAY.plusSeconds(901));
        disputing.tell(story("later", paid, "1.00").at(9, CLOSED, WON));

        assertThat(page(DisputeFilter.ANY)).containsExactly("soon", "late", "later", "never");
        assertThat(page(new DisputeFilter(null, null, null, null, true))).containsExactly("soon", "late", "never");
        assertThat(page(new DisputeFilter(null, null, null, WON, null))).containsExactly("later");
        assertThat(page(new DisputeFilter(null, null, second.invoice().id(), null, null)))
                .containsExactly("soon");
        assertThat(page(new DisputeFilter(null, office.anotherClient(), null, null, null)))
                .isEmpty();
        assertThat(page(new DisputeFilter(null, office.client, null, null, null)))
                .hasSize(4);
        Dispute late = disputing.dispute("late").orElseThrow();
        assertThat(page(new DisputeFilter(late.id(), null, null, null, null))).containsExactly("later", "never");
    }

    @Test
    void an_account_shows_its_disputes_and_the_ledger_what_cannot_be_given_back() {
        assertThat(contested()).isEqualTo(InvoiceDisputes.none(usd("0.00").getCurrencyUnit()));
        Story inquiry = story("inquiry", paid, "90.00");
        disputing.tell(inquiry.at(0, OPENED, INQUIRY_NEEDS_RESPONSE));
        assertThat(claimed()).isEqualTo(usd("0.00"));
        Story open = story("open", paid, "30.00");
        disputing.tell(open.at(0, OPENED, UNDER_REVIEW));
        Story lost = story("lost", paid, "20.00");
        disputing.tell(lost.at(0, CLOSED, LOST, lost.taken()));
        Story abroad = new Story("abroad", paid.reference(), Money.parse("EUR 70.00"));
        disputing.tell(abroad.at(0, CLOSED, LOST, euros("-70.00")));

        assertThat(claimed()).isEqualTo(usd("150.00"));
        assertThat(contested())
                .isEqualTo(
                        new InvoiceDisputes(true, true, usd("120.00"), usd("20.00"), usd("0.00"), usd("80.00"), false));
        TrialBalance.proven(office);
    }

    @Test
    void the_entries_of_disputes_are_kept_as_they_were() {
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.tell(story.at(5, CLOSED, LOST, story.taken()));
        disputing.tell(story.at(9, CLOSED, WON, story.taken(), story.back()));
        Story abroad = new Story("abroad", paid.reference(), Money.parse("EUR 70.00"));
        disputing.tell(abroad.at(0, OPENED, NEEDS_RESPONSE, euros("-70.00")));
        Dispute dispute = disputing.dispute("d").orElseThrow();
        Dispute other = disputing.dispute("abroad").orElseThrow();

        List<JournalEntry> entries = in(() -> office.ports.ledger().disputed(office.firm, List.of(dispute.id())));
        List<JournalEntry> others = in(() -> office.ports.ledger().disputed(office.firm, List.of(other.id())));

        assertThat(entries)
                .extracting(entry -> EntryKind.of(entry.cause()))
                .containsExactly(
                        EntryKind.DISPUTE_WITHDRAWN,
                        EntryKind.DISPUTE_FEE,
                        EntryKind.CHARGED_BACK,
                        EntryKind.CHARGEBACK_REVERSED,
                        EntryKind.DISPUTE_REINSTATED);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(in(() -> office.ports.ledger().find(office.firm, entry.id())))
                        .contains(entry));
        assertThat(entries.getFirst().cause())
                .isEqualTo(new EntryCause.Disputed(
                        dispute.id(), paid.payment().id(), paid.invoice().id(), EntryCause.Act.DISPUTE_WITHDRAWN));
        assertThat(others.getFirst().cause())
                .isEqualTo(new EntryCause.Disputed(other.id(), null, null, EntryCause.Act.DISPUTE_WITHDRAWN));
        assertThat(in(() -> office.ports.ledger().disputed(office.firm, List.of())))
                .isEmpty();
    }

    @Test
    void an_event_may_come_to_stand_otherwise() {
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));
        Dispute dispute = disputing.dispute("d").orElseThrow();
        Judgement first = dispute.events().getFirst().latest().orElseThrow();
        Judgement second = new Judgement(2, false, first.decision(), Office.NOW);

        in(() -> {
            disputes().stand(dispute, 1, second);
            return dispute;
        });

        assertThat(disputing.dispute("d").orElseThrow().events().getFirst().standings())
                .containsExactly(first, second);
    }

    @Test
    void a_fraud_warning_is_kept_once() {
        RecordFraudWarning.Warning news = new RecordFraudWarning.Warning(
                new Dispute.Reference(Collecting.PROCESSOR, "issfr_1"),
                paid.reference(),
                new FraudWarning.Details("made_with_stolen_card", true, Disputing.DAY));
        office.engine.recordFraudWarning().record(office.firm, news, Office.NOW);

        FraudWarning kept = in(() -> office.ports.fraudWarnings().find(office.firm, news.warning()))
                .orElseThrow();

        assertThat(kept.told()).isEqualTo(news.told());
        assertThat(kept.of().payment()).isEqualTo(paid.payment().id());
        assertThat(warnings(new WarningFilter(null, office.client))).containsExactly(kept);
        assertThat(warnings(new WarningFilter(kept.id().value(), null))).isEmpty();
        assertThatThrownBy(() -> in(() -> {
                    office.ports
                            .fraudWarnings()
                            .add(new FraudWarning(
                                    new FraudWarningId(office.ports.ids().next()),
                                    kept.of(),
                                    kept.reference(),
                                    kept.told(),
                                    kept.recordedAt(),
                                    kept.proposal()));
                    return kept;
                }))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void another_firm_has_no_such_dispute_T1() {
        Story story = story("d", paid, "40.00");
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));
        Dispute dispute = disputing.dispute("d").orElseThrow();
        Office another = Office.open(office.ports, new PermissiveRulebook());

        assertThat(another.ports
                        .transactions()
                        .reading(another.admin, () -> disputes().find(another.firm, dispute.id())))
                .isEmpty();
        assertThat(another.engine.recordDispute().record(another.firm, story.at(1, UPDATED, UNDER_REVIEW), Office.NOW))
                .isEqualTo(UpdateOutcome.NOT_FOUND);
    }

    private void told(String name, Paid of, @Nullable Instant respondBy) {
        Update news = story(name, of, "1.00").at(0, OPENED, NEEDS_RESPONSE);
        disputing.tell(new Update(
                news.dispute(),
                news.payment(),
                news.event(),
                news.kind(),
                new Details(
                        DisputeState.NEEDS_RESPONSE,
                        news.told().claimed(),
                        null,
                        respondBy,
                        Disputing.DAY,
                        List.of())));
    }

    private List<String> page(DisputeFilter filter) {
        return in(() -> disputes().page(office.firm, filter, 10)).stream()
                .map(dispute -> dispute.reference().name())
                .toList();
    }

    private List<FraudWarning> warnings(WarningFilter filter) {
        return in(() -> office.ports.fraudWarnings().page(office.firm, filter, 10));
    }

    private static DisputeMovement euros(String amount) {
        return new DisputeMovement("eur", Money.parse("EUR " + amount), Money.parse("EUR 0.00"));
    }

    private InvoiceDisputes contested() {
        return disputing.cashier().account(paid.invoice().id()).contested();
    }

    private Money claimed() {
        return in(() -> office.ports.ledger().contested(office.firm, paid.payment()));
    }

    private Disputes disputes() {
        return office.ports.disputes();
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
