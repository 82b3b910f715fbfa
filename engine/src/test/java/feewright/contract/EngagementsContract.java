package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.DraftEngagement;
import feewright.engagement.DraftTerms;
import feewright.engagement.Engagement;
import feewright.engagement.Engagements;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.engagement.HourlyTerms;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.engagement.TermsId;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.RateOffer;
import feewright.engine.Ports;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.ConcurrentChange;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Engagements}. */
public abstract class EngagementsContract {

    private Office office;
    private Office neighbour;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
    }

    @Test
    void terms_come_back_as_they_went_in_E2() {
        RateOffer partner = new RateOffer(null, "partner", Offers.usd("250.00"), LocalDate.of(2026, 2, 1));
        RateOffer person = new RateOffer(office.staff.person().value(), null, Offers.usd("310.50"), null);
        TermsInput offer = Offers.offer(
                "mixed",
                Offers.packaged("1234.56", "quarterly", "in_arrears"),
                Offers.hours(15, Offers.rate("100.00"), partner, person));
        SignedEngagement signed = office.signed(Offers.over(Offers.START, LocalDate.of(2027, 1, 1), offer));

        Engagement found = find(office, signed).orElseThrow();

        assertThat(found).isInstanceOf(SignedEngagement.class);
        assertThat(((SignedEngagement) found).signature()).isEqualTo(signed.signature());
        assertThat(found.terms().id()).isEqualTo(signed.terms().id());
        assertThat(found.terms().term()).isEqualTo(signed.terms().term());
        assertThat(found.terms().conditions()).isEqualTo(signed.terms().conditions());
        assertThat(found.terms().pricing().packageTerms())
                .isEqualTo(signed.terms().pricing().packageTerms());
        HourlyTerms hourly = found.terms().pricing().hourlyTerms().orElseThrow();
        HourlyTerms expected = signed.terms().pricing().hourlyTerms().orElseThrow();
        assertThat(hourly.increment()).isEqualTo(expected.increment());
        assertThat(new HashSet<>(hourly.rates().rates()))
                .isEqualTo(new HashSet<>(expected.rates().rates()));
    }

    @Test
    void what_adjusts_hours_comes_back_as_it_went_in_E2() {
        SignedEngagement signed = office.signed(Offers.adjusted(
                Offers.mixed("1000.00", "100.00"),
                new TermsInput.AdjustmentsOffer(
                        new TermsInput.IncludedOffer(480, 120, null),
                        new TermsInput.CapOffer(Offers.usd("900.00"), "engagement", "stop"),
                        new TermsInput.MinimumOffer(Offers.usd("50.01"), "full"))));

        Engagement found = find(office, signed).orElseThrow();

        assertThat(found.terms().hourlyAdjustments())
                .isEqualTo(signed.terms().hourlyAdjustments())
                .isPresent();
    }

    @Test
    void an_open_ended_term_comes_back_open_ended() {
        SignedEngagement signed = office.signed(Offers.monthlyPackage("1.00"));

        assertThat(find(office, signed).orElseThrow().terms().term().end()).isNull();
    }

    @Test
    void another_firm_finds_nothing_T1() {
        SignedEngagement signed = office.signed(Offers.monthlyPackage("1.00"));

        assertThat(find(neighbour, signed)).isEmpty();
        assertThat(page(neighbour, new EngagementFilter(null, null, null), 10)).isEmpty();
    }

    @Test
    void a_draft_is_replaced_only_from_its_last_revision() {
        DraftEngagement draft = draft();
        DraftEngagement second = new DraftEngagement(draft.firm(), draft.id(), draft.client(), otherTerms(draft), 2);
        in(() -> {
            office.ports.engagements().revise(second);
            return null;
        });

        assertThatThrownBy(() -> in(() -> {
                    office.ports.engagements().revise(second);
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(find(office, draft))
                .get()
                .extracting(found -> ((DraftEngagement) found).revision())
                .isEqualTo(2);
    }

    @Test
    void a_draft_is_signed_once_E1() {
        SignedEngagement signed = office.signed(Offers.monthlyPackage("1.00"));

        assertThatThrownBy(() -> in(() -> {
                    office.ports.engagements().sign(signed, 1);
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void pages_go_newest_first_and_filter_I6() {
        SignedEngagement first = office.signed(Offers.monthlyPackage("1.00"));
        DraftEngagement second = draft();
        SignedEngagement third = office.signed(Offers.hourly("1.00"));

        assertThat(ids(page(office, new EngagementFilter(null, null, null), 2)))
                .containsExactly(third.id(), second.id());
        assertThat(ids(page(office, new EngagementFilter(second.id().value(), null, null), 2)))
                .containsExactly(first.id());
        assertThat(ids(page(office, new EngagementFilter(null, office.client, true), 9)))
                .containsExactly(third.id(), first.id());
        assertThat(ids(page(office, new EngagementFilter(null, office.anotherClient(), null), 9)))
                .isEmpty();
    }

    private DraftEngagement draft() {
        return ((DraftTerms.Outcome.Drafted)
                        office.engine.draftTerms().draft(office.admin, office.client, Offers.monthlyPackage("2.00")))
                .draft();
    }

    private Terms otherTerms(DraftEngagement draft) {
        return new Terms(
                new TermsId(office.ports.ids().next()),
                draft.terms().currency(),
                draft.terms().term(),
                draft.terms().pricing(),
                draft.terms().conditions());
    }

    private static List<Object> ids(List<Engagement> engagements) {
        return engagements.stream().<Object>map(Engagement::id).toList();
    }

    private Optional<Engagement> find(Office from, Engagement wanted) {
        return from.ports
                .transactions()
                .reading(from.admin, () -> from.ports.engagements().find(from.firm, wanted.id()));
    }

    private List<Engagement> page(Office from, EngagementFilter filter, int limit) {
        return from.ports
                .transactions()
                .reading(from.admin, () -> from.ports.engagements().page(from.firm, filter, limit));
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
