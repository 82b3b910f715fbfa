package feewright.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import feewright.api.fixture.Desk;
import feewright.api.fixture.World;
import feewright.fixture.Offers;
import feewright.invoice.InvoiceRequest;
import feewright.time.EntryVersion;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Design §4: with every rule taken away, and with every constraint taken away, what must not happen still does not. The third
 * removal, of the types, is in the scenarios of the rules and in the tests of the constraints: forged facts, and SQL by hand.
 */
public class GuardsRemovedTest {

    public static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    /** Something that must not happen, tried with the use cases of an office. */
    private interface Attempt {
        void on(Desk desk);
    }

    private static final Map<String, Attempt> ATTEMPTS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "an invoice without an engagement and without an override I1", desk -> desk.issue(desk.unlinked())),
            Map.entry("a charge by hand without an override I1", desk -> desk.issue(desk.charged(CurrencyUnit.USD))),
            Map.entry("two currencies on an invoice E3", desk -> desk.issue(desk.charged(CurrencyUnit.EUR))),
            Map.entry("a period again P1", desk -> desk.issue(InvoiceRequest.dueOf(desk.packaged.id()))),
            Map.entry("time again that is billed H3", desk -> desk.issue(InvoiceRequest.dueOf(desk.hourly.id()))),
            Map.entry("time that is not approved H3", desk -> desk.issue(InvoiceRequest.dueOf(desk.unapproved.id()))),
            Map.entry("time that is not billable H3", desk -> desk.issue(InvoiceRequest.dueOf(desk.unbillable.id()))),
            Map.entry(
                    "time without the client's approval H2",
                    desk -> desk.issue(InvoiceRequest.dueOf(desk.asking.id()))),
            Map.entry("the approval of one's own time H2", desk -> desk.approve(desk.office.staff, desk.submitted)),
            Map.entry("the approval of a draft H1", desk -> desk.approve(desk.office.admin, desk.draft)),
            Map.entry(
                    "the approval of another version H2",
                    desk -> desk.approve(desk.office.admin, new EntryVersion(desk.submitted.entry(), 7))),
            Map.entry("a second approval H2", desk -> desk.approve(desk.office.masterAdmin, desk.billed)),
            Map.entry("the rejection of billed time H4", desk -> desk.reject(desk.billed)),
            Map.entry("the edit of billed time H4", desk -> desk.revise(desk.billed)),
            Map.entry("time before the term H3", desk -> desk.log(desk.hourly, Offers.START.minusDays(1), 60)),
            Map.entry("more than a day on a day H1", desk -> desk.log(desk.hourly, DAY, 1400)),
            Map.entry("time of nobody H1", Desk::logForNobody),
            Map.entry("a second signature E1", Desk::signAgain),
            Map.entry("other terms for a signed engagement E1", Desk::reviseSigned),
            Map.entry("terms without their parts E3", desk -> desk.draft(Offers.offer("package", null, null))),
            Map.entry(
                    "terms that end before they start E3",
                    desk -> desk.draft(Offers.over(DAY, DAY.minusDays(1), Offers.hourly("100.00"))))));

    static List<Arguments> everyAttemptInEveryWorld() {
        return World.attempts(ATTEMPTS.keySet(), Desk::new);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyAttemptInEveryWorld")
    void what_must_not_happen_does_not(World world, String attempt, Desk desk) throws SQLException {
        List<String> before = world.books(desk.office);

        Throwable thrown = catchThrowable(() -> ATTEMPTS.get(attempt).on(desk));

        assertThat(world.books(desk.office))
                .as("books after " + attempt + ", which ended in " + thrown)
                .isEqualTo(before);
        assertThat(before).filteredOn(row -> row.startsWith("invoice(")).hasSize(2);
    }

    /** So that the test above can fail: what no type can hold happens where rules and constraints are both away. */
    @Test
    void with_neither_rules_nor_constraints_an_unlinked_invoice_is_issued() throws SQLException {
        Desk desk = new Desk(World.WITHOUT_BOTH.office());

        desk.issue(desk.unlinked());
        desk.issue(desk.charged(CurrencyUnit.USD));

        assertThat(World.WITHOUT_BOTH.books(desk.office))
                .filteredOn(row -> row.startsWith("invoice("))
                .hasSize(4);
    }
}
