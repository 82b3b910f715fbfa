package feewright.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Till;
import feewright.api.fixture.World;
import feewright.api.ledger.model.LedgerCommand;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.api.ledger.model.LedgerCommand.Who;
import feewright.credit.CreditStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Design §4 for money: what must not happen to it does not, with every rule taken away, and with every constraint taken away. */
class MoneyGuardsRemovedTest {

    private record Attempt(Who who, LedgerCommand command) {}

    private static final Map<String, Function<Till, Attempt>> ATTEMPTS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "the credit of another client L3",
                    till -> byAdmin(new LedgerCommand.Apply(till.elsewhere, Till.usd("10.00")))),
            Map.entry(
                    "credit on a void invoice I5",
                    till -> byAdmin(new LedgerCommand.Apply(till.voided, Till.usd("10.00")))),
            Map.entry("credit undone twice L3", till -> byAdmin(new LedgerCommand.Unapply(till.undone))),
            Map.entry(
                    "credit paid out that waits L2",
                    till -> byAdmin(new LedgerCommand.RefundCredit(till.waiting, Till.usd("1.00")))),
            Map.entry(
                    "approval of one's own credit L2",
                    till -> byAdmin(new LedgerCommand.Review(till.waiting, CreditStep.APPROVE))),
            Map.entry(
                    "a second approval L2",
                    till -> new Attempt(Who.MASTER_ADMIN, new LedgerCommand.Review(till.goodwill, CreditStep.APPROVE))),
            Map.entry(
                    "more written off than is owed L3",
                    till -> byAdmin(new LedgerCommand.WriteOff(till.open, Till.usd("300.01")))),
            Map.entry("a second reversal T6", till -> byAdmin(new LedgerCommand.ReversePayment(till.reversed))),
            Map.entry("a second void I5", till -> byAdmin(new LedgerCommand.Void(till.voided))),
            Map.entry("more taken off a line than is left L1", till -> byAdmin(Till.note(till.credited, "480.01"))),
            Map.entry(
                    "a payment of nothing A5",
                    till -> byAdmin(new LedgerCommand.Pay(till.open, Till.usd("0.00"), Till.TODAY))),
            Map.entry(
                    "a payment below nothing A5",
                    till -> byAdmin(new LedgerCommand.Pay(till.open, Till.usd("-5.00"), Till.TODAY)))));

    private static Attempt byAdmin(LedgerCommand command) {
        return new Attempt(Who.ADMIN, command);
    }

    static List<Arguments> everyAttemptInEveryWorld() {
        return World.attempts(ATTEMPTS.keySet(), Till::new);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyAttemptInEveryWorld")
    void what_must_not_happen_to_money_does_not(World world, String name, Till till) throws SQLException {
        List<String> before = world.books(till.office);
        Attempt attempt = ATTEMPTS.get(name).apply(till);

        Result result = till.attempt(attempt.who(), attempt.command());

        assertThat(world.books(till.office))
                .as("books after " + name + ", which ended in " + result)
                .isEqualTo(before);
        assertThat(result).isNotInstanceOf(Result.Done.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = World.class,
            names = {"WHOLE", "WITHOUT_RULES", "WITHOUT_CONSTRAINTS"})
    void no_more_credit_is_drawn_than_there_is_and_is_owed(World world) {
        Till till = new Till(world.office());

        till.attempt(Who.ADMIN, new LedgerCommand.Apply(till.open, Till.usd("300.01")));
        till.attempt(Who.ADMIN, new LedgerCommand.Apply(till.credited, Till.usd("40.01")));

        Money left = till.remaining(till.goodwill);
        assertThat(left.isNegative()).isFalse();
        assertThat(till.owed(till.open).plus(till.owed(till.credited)))
                .isEqualTo(Till.usd("740.00").plus(left));
    }

    /** So that the test above can fail: where rules and constraints are both away, what no type can hold happens. */
    @Test
    void with_neither_rules_nor_constraints_credit_is_approved_by_who_asked_for_it() throws SQLException {
        Till till = new Till(World.WITHOUT_BOTH.office());

        Result result = till.attempt(Who.ADMIN, new LedgerCommand.Review(till.waiting, CreditStep.APPROVE));

        assertThat(result).isInstanceOf(Result.Done.class);
    }
}
