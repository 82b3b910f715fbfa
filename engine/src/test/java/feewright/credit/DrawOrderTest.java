package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.EngagementId;
import feewright.ledger.GrantId;
import feewright.money.Amounts;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which grants is drawn, and how much (requirement L3). It is 10 April 2026. */
class DrawOrderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final EngagementId OWN = new EngagementId(new UUID(3, 1));
    private static final EngagementId OTHER = new EngagementId(new UUID(3, 2));
    private static final PersonId SOMEBODY = new PersonId(new UUID(3, 3));
    private static final DrawOrder.Use USE = new DrawOrder.Use(OWN, CurrencyUnit.USD, TODAY);

    /** Ten dollars each, in no order. */
    private static final List<CreditBalance> CREDITS = List.of(
            credit(1, CreditSource.DEPOSIT, null, 1),
            credit(2, CreditSource.PROMOTIONAL, null, 2),
            credit(3, CreditSource.OVERPAYMENT, "2026-05-01", 1),
            credit(4, CreditSource.PROMOTIONAL, "2026-05-01", 3),
            credit(5, CreditSource.REFUND_AS_CREDIT, "2026-04-11", 9),
            credit(6, CreditSource.GOODWILL, null, 1),
            credit(7, CreditSource.OVERPAYMENT, null, 2),
            credit(8, CreditSource.CORRECTION, null, 1));

    @ParameterizedTest
    @CsvSource({
        "100.00, 5:10.00 4:10.00 3:10.00 6:10.00 8:10.00 2:10.00 1:10.00 7:10.00",
        " 80.00, 5:10.00 4:10.00 3:10.00 6:10.00 8:10.00 2:10.00 1:10.00 7:10.00",
        " 79.99, 5:10.00 4:10.00 3:10.00 6:10.00 8:10.00 2:10.00 1:10.00 7:9.99",
        " 25.00, 5:10.00 4:10.00 3:5.00",
        " 10.00, 5:10.00",
        "  0.01, 5:0.01",
        "  0.00, ''",
        " -1.00, ''",
    })
    void what_expires_first_then_what_nobody_paid_for_then_the_oldest_L3(String most, String expected) {
        String drawn = DrawOrder.draws(CREDITS, USE, usd(most)).stream()
                .map(draw -> draw.grant().value().getLeastSignificantBits() + ":"
                        + draw.amount().getAmount().toPlainString())
                .collect(Collectors.joining(" "));

        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void credit_that_expires_on_the_day_is_left_alone_and_the_day_before_it_is_not() {
        assertThat(drawn(credit(1, CreditSource.DEPOSIT, "2026-04-10", 1))).isFalse();
        assertThat(drawn(credit(1, CreditSource.DEPOSIT, "2026-04-09", 1))).isFalse();
        assertThat(drawn(credit(1, CreditSource.DEPOSIT, "2026-04-11", 1))).isTrue();
    }

    @Test
    void credit_for_another_engagement_in_another_currency_or_not_agreed_to_is_left_alone() {
        Money ten = usd("10.00");
        CreditReview agreed = new CreditReview.Approved(SOMEBODY, Instant.EPOCH);

        assertThat(drawn(restricted(OWN))).isTrue();
        assertThat(drawn(restricted(OTHER))).isFalse();
        assertThat(DrawOrder.draws(List.of(restricted(OWN)), new DrawOrder.Use(null, CurrencyUnit.USD, TODAY), ten))
                .isEmpty();
        assertThat(DrawOrder.draws(CREDITS, new DrawOrder.Use(OWN, CurrencyUnit.EUR, TODAY), Money.parse("EUR 10.00")))
                .isEmpty();
        assertThat(drawn(standing(agreed, ten))).isTrue();
        assertThat(drawn(standing(new CreditReview.Waiting(), ten))).isFalse();
        assertThat(drawn(standing(new CreditReview.Rejected(SOMEBODY, Instant.EPOCH), ten)))
                .isFalse();
        assertThat(drawn(standing(agreed, usd("0.00")))).isFalse();
    }

    @Test
    void draws_never_exceed_what_is_wanted_or_what_a_grant_has_and_take_all_that_they_can_L3() {
        Random random = new Random(20260405);
        for (int round = 0; round < 2_000; round++) {
            List<CreditBalance> credits = new ArrayList<>();
            int count = random.nextInt(8);
            for (int place = 0; place < count; place++) {
                credits.add(any(random, place));
            }
            Money wanted = cents(random.nextInt(10_000));

            List<Draw> draws = DrawOrder.draws(credits, USE, wanted);
            Collections.shuffle(credits, random);

            Money drawable = sum(credits.stream()
                    .filter(USE::mayDraw)
                    .map(CreditBalance::remaining)
                    .toList());
            assertThat(sum(draws.stream().map(Draw::amount).toList()))
                    .isEqualTo(wanted.isLessThan(drawable) ? wanted : drawable);
            assertThat(draws)
                    .allSatisfy(draw -> assertThat(draw.amount().isPositive()
                                    && !draw.amount().isGreaterThan(draw.from().remaining()))
                            .isTrue());
            assertThat(draws).extracting(Draw::grant).doesNotHaveDuplicates();
            assertThat(DrawOrder.draws(credits, USE, wanted)).isEqualTo(draws);
        }
    }

    private static boolean drawn(CreditBalance credit) {
        return !DrawOrder.draws(List.of(credit), USE, usd("1.00")).isEmpty();
    }

    private static CreditBalance any(Random random, int id) {
        List<CreditSource> sources = List.of(CreditSource.values());
        CreditSource source = sources.get(random.nextInt(sources.size()));
        String expires = random.nextBoolean()
                ? null
                : TODAY.plusDays(random.nextInt(4) - 1).toString();
        CreditBalance credit = credit(id, source, expires, random.nextInt(3));
        CreditReview review = random.nextInt(5) == 0 ? new CreditReview.Waiting() : credit.review();
        return new CreditBalance(credit.grant(), review, cents(random.nextInt(3_000)));
    }

    /** The older the smaller {@code day}. */
    private static CreditBalance credit(int id, CreditSource source, @Nullable String expires, int day) {
        LocalDate until = expires == null ? null : LocalDate.parse(expires);
        CreditReview review = source.needsFourEyes()
                ? new CreditReview.Approved(SOMEBODY, Instant.EPOCH)
                : new CreditReview.NotNeeded();
        return new CreditBalance(grant(id, source, new CreditGrant.Limits(until, null), day), review, usd("10.00"));
    }

    private static CreditBalance restricted(EngagementId to) {
        return new CreditBalance(
                grant(1, CreditSource.PROMOTIONAL, new CreditGrant.Limits(null, to), 1),
                new CreditReview.NotNeeded(),
                usd("10.00"));
    }

    private static CreditBalance standing(CreditReview review, Money remaining) {
        return new CreditBalance(grant(1, CreditSource.GOODWILL, CreditGrant.Limits.NONE, 1), review, remaining);
    }

    private static CreditGrant grant(int id, CreditSource source, CreditGrant.Limits limits, int day) {
        return new CreditGrant(
                new GrantId(new UUID(4, id)),
                new CreditGrant.Parties(new FirmId(new UUID(3, 4)), new ClientId(new UUID(3, 5))),
                source,
                usd("10.00"),
                limits,
                new CreditGrant.Created(SOMEBODY, Instant.EPOCH.plusSeconds(86_400L * day), null));
    }

    private static Money cents(int count) {
        return Money.ofMinor(CurrencyUnit.USD, count);
    }

    private static Money sum(List<Money> amounts) {
        return Amounts.sum(CurrencyUnit.USD, amounts);
    }
}
