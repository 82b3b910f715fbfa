package feewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.BillingCursor;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Quarter;
import feewright.invoice.Invoice;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.run.RunRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The billing cursors, beside what they follow from: whatever happened they agree, and what does not is named (requirement L1). */
class ReconcileTest {

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);

    @Test
    void the_books_of_a_quarter_agree_L1() {
        Quarter quarter = new Quarter(office);

        Reconciliation reconciliation = quarter.office.engine.reconcile().reconcile(office.admin);

        assertThat(reconciliation.isClean()).isTrue();
        assertThat(reconciliation.checks()).containsExactly(new Checked("billing_cursors", 2, 0, List.of()));
    }

    @Test
    void included_minutes_a_cap_and_a_minimum_are_used_as_the_lines_say_L1() {
        TermsInput.AdjustmentsOffer adjustments = new TermsInput.AdjustmentsOffer(
                new TermsInput.IncludedOffer(60, 60, null),
                new TermsInput.CapOffer(Offers.usd("400.00"), "period", "write_down"),
                new TermsInput.MinimumOffer(Offers.usd("50.00"), "full"));
        SignedEngagement adjusted =
                office.signed(Offers.automatic(Offers.adjusted(Offers.mixed("1000.00", "100.00"), adjustments)));
        office.approved(adjusted, LocalDate.of(2026, 1, 5), 600);
        office.approved(adjusted, LocalDate.of(2026, 2, 5), 30);

        office.ran(RunRequest.SCHEDULED, Office.NOW);
        Invoice last = office.ports.transactions().reading(office.admin, () -> {
            var heads = office.ports
                    .invoices()
                    .page(office.firm, new InvoiceFilter(null, null, adjusted.id(), null, null), 10);
            return office.ports
                    .invoices()
                    .find(office.firm, heads.getFirst().id())
                    .orElseThrow();
        });
        Checked billed = checked(office);
        cashier.voided(last);

        assertThat(billed).isEqualTo(new Checked("billing_cursors", 1, 0, List.of()));
        assertThat(checked(office)).isEqualTo(billed);
    }

    @Test
    void a_cursor_that_forgot_what_was_billed_is_named_with_what_follows_L1() {
        SignedEngagement fee = office.signed(Offers.monthlyPackage("1000.00"));
        cashier.issued(fee);
        forget(fee);

        Checked found = checked(office);

        assertThat(found.isClean()).isFalse();
        assertThat(found.differing()).isEqualTo(2);
        assertThat(found.differences())
                .containsExactly(
                        new Difference("engagement", fee.id().toString(), "billed_on 2026-01-01", "none"),
                        new Difference(
                                "engagement", fee.id().toString(), "next_package_start 2026-02-01", "2026-01-01"));
    }

    @Test
    void of_many_differences_the_first_are_named_and_all_are_counted_L1() {
        for (int number = 0; number < 60; number++) {
            SignedEngagement fee = office.signed(Offers.monthlyPackage("1000.00"));
            cashier.issued(fee);
            forget(fee);
        }

        Checked found = checked(office);

        assertThat(found.looked()).isEqualTo(60);
        assertThat(found.differing()).isEqualTo(120);
        assertThat(found.differences()).hasSize(Reconcile.MOST_NAMED).doesNotHaveDuplicates();
    }

    @Test
    void more_cursors_than_a_page_holds_are_all_looked_at_L1() {
        SignedEngagement last = office.signed(Offers.monthlyPackage("1.00"));
        for (int number = 0; number < 200; number++) {
            last = office.signed(Offers.monthlyPackage("1.00"));
        }
        cashier.issued(last);
        forget(last);

        Checked found = checked(office);

        assertThat(found.looked()).isEqualTo(201);
        assertThat(found.differing()).isEqualTo(2);
    }

    @Test
    void another_firm_looks_at_its_own_cursors_only_T1() {
        SignedEngagement fee = office.signed(Offers.monthlyPackage("1000.00"));
        cashier.issued(fee);
        forget(fee);
        Office other = Office.open(office.ports, new PermissiveRulebook());

        Checked found = checked(other);

        assertThat(found).isEqualTo(new Checked("billing_cursors", 0, 0, List.of()));
    }

    private static Checked checked(Office office) {
        return office.engine.reconcile().reconcile(office.admin).checks().getFirst();
    }

    /** Puts the cursor of an engagement back to where it was when it was signed. */
    private void forget(SignedEngagement engagement) {
        office.ports.transactions().in(office.admin, () -> {
            office.ports.invoices().moveCursor(office.firm, engagement.id(), BillingCursor.atStart(engagement.terms()));
            return engagement;
        });
    }
}
