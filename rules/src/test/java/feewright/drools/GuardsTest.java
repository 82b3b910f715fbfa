package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.rule.Fact;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules alone refuse what the types of the engine would never let through (design §4), and the order is no matter. */
class GuardsTest {

    record Sound(Scenario scenario, int missing) {}

    static Stream<Sound> everyFactMissing() {
        return Stream.of(Packs.hourlyInvoice(), Packs.packageInvoice())
                .flatMap(scenario ->
                        IntStream.range(0, scenario.given().size()).mapToObj(missing -> new Sound(scenario, missing)));
    }

    @ParameterizedTest
    @MethodSource("everyFactMissing")
    void a_sound_invoice_is_refused_without_any_one_of_its_facts(Sound sound) {
        List<Fact> facts = new ArrayList<>(sound.scenario().given());
        Fact missing = facts.remove(sound.missing());

        Verdict verdict = Packs.CORE.pack().judge(RuleSet.INVOICE, facts);

        boolean stands = verdict.isPermitted() && verdict.justifies("line/1");
        assertThat(stands)
                .as("issuable without " + missing.ref())
                .isEqualTo(missing.ref().startsWith("line/1/time-entry/"));
    }

    static Stream<Sound> everyFactOfAnActMissing() {
        return Stream.of(
                        Packs.scenario("invoice/a-firm-admin-voids-an-invoice.yaml", "an admin voids"),
                        Packs.scenario("credit/a-firm-admin-gives-credit-by-hand.yaml", "an admin asks for goodwill"),
                        Packs.scenario("credit/a-firm-admin-approves-credit-that-waits.yaml", "another admin approves"),
                        Packs.scenario("credit/a-firm-admin-rejects-credit-that-waits.yaml", "an admin rejects"),
                        Packs.scenario(
                                "credit/a-firm-admin-takes-back-credit-that-nobody-paid-for.yaml",
                                "an admin takes back what is left of a promotion"),
                        Packs.scenario(
                                "credit/the-schedule-lets-credit-expire-on-its-day.yaml",
                                "the schedule finds what expired"),
                        Packs.scenario(
                                "credit/a-firm-admin-pays-out-credit-that-was-paid-for.yaml",
                                "an admin pays a deposit out"),
                        Packs.scenario("credit/a-firm-admin-applies-credit-by-hand.yaml", "an admin applies"),
                        Packs.scenario(
                                "credit/the-terms-apply-credit-by-themselves.yaml",
                                "an invoice that the schedule issued"),
                        Packs.scenario("credit/a-firm-admin-gives-applied-credit-back.yaml", "an admin unapplies"),
                        Packs.scenario("credit/a-firm-admin-issues-a-credit-note.yaml", "an admin issues a note"),
                        Packs.scenario(
                                "payment/a-firm-admin-records-a-payment.yaml",
                                "an admin records a payment of an invoice"),
                        Packs.scenario("payment/a-firm-admin-gives-money-back.yaml", "an admin gives back"),
                        Packs.scenario(
                                "payment/a-firm-admin-writes-off-what-an-invoice-owes.yaml", "an admin writes off"))
                .flatMap(scenario ->
                        IntStream.range(0, scenario.given().size()).mapToObj(missing -> new Sound(scenario, missing)));
    }

    @ParameterizedTest
    @MethodSource("everyFactOfAnActMissing")
    void an_act_is_refused_without_any_one_of_its_facts(Sound sound) {
        RuleSet set = sound.scenario().file().set();
        List<Fact> facts = new ArrayList<>(sound.scenario().given());
        assertThat(Packs.CORE.pack().judge(set, facts).isPermitted()).isTrue();
        Fact missing = facts.remove(sound.missing());

        Verdict verdict = Packs.CORE.pack().judge(set, facts);

        assertThat(verdict.isPermitted())
                .as("permitted without " + missing.ref())
                .isFalse();
    }

    @Test
    void any_order_of_the_facts_gives_the_same_verdict() {
        Random random = new Random(20261122);
        List<Fact> facts = new ArrayList<>(Packs.hourlyInvoice().given());
        Verdict first = Packs.CORE.pack().judge(RuleSet.INVOICE, facts);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(facts, random);
            assertThat(Packs.CORE.pack().judge(RuleSet.INVOICE, facts)).isEqualTo(first);
        }
    }

    @Test
    void a_firing_names_the_matched_facts_in_the_order_of_the_rule() {
        Verdict verdict =
                Packs.CORE.pack().judge(RuleSet.INVOICE, Packs.packageInvoice().given());

        assertThat(verdict.firings().getFirst().facts())
                .extracting(ref -> ref.substring(0, ref.indexOf('/')))
                .containsExactly("line", "invoice", "engagement", "period");
    }
}
