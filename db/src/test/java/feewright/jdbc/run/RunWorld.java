package feewright.jdbc.run;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.CatchUp;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.jdbc.fixture.TestDatabase;
import feewright.run.BillSlice;
import feewright.run.BillingRun;
import feewright.run.RunItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A firm with something of everything, and the order in which its engagements were signed. */
public record RunWorld(Office office, PermissiveRulebook rulebook, List<SignedEngagement> engagements) {

    private static final int BATCH = 2;

    public static RunWorld made() {
        PermissiveRulebook rulebook = new PermissiveRulebook();
        Office office = Office.open(TestDatabase.ports(), rulebook);
        SignedEngagement mixed = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        SignedEngagement hourly = office.signed(automatic(Offers.hourly("80.00")));
        SignedEngagement refused = office.signed(automatic(Offers.monthlyPackage("10.00")));
        SignedEngagement held = office.signed(automatic(Offers.monthlyPackage("20.00"), CatchUp.LEAVE_TO_PERSON));
        SignedEngagement current = office.signed(automatic(Offers.monthlyPackage("30.00"), CatchUp.BILL_CURRENT_ONLY));
        office.approved(mixed, LocalDate.of(2026, 1, 5), 60);
        office.approved(mixed, LocalDate.of(2026, 2, 5), 61);
        office.approved(hourly, LocalDate.of(2026, 1, 6), 62);
        office.approved(hourly, LocalDate.of(2026, 3, 6), 63);
        rulebook.refuse("engagement/" + refused.id());
        return new RunWorld(office, rulebook, List.of(mixed, hourly, refused, held, current));
    }

    /** What the schedule does at a tick: take up what is open, then start what is due. */
    public void tick(DataSource database) {
        Office process = process(database);
        List<BillingRun> open = process.ports
                .transactions()
                .reading(process.admin, () -> process.ports.billingRuns().unfinished(process.firm));
        open.forEach(run -> work(process, run));
        process.engine.startRun().startScheduled(process.firm, Office.NOW).ifPresent(run -> work(process, run));
    }

    /** The firm as an instance of the application sees it. */
    Office process(DataSource database) {
        return office.restarted(TestDatabase.ports(database), rulebook);
    }

    static void work(Office process, BillingRun run) {
        BillSlice.Worker shift = new BillSlice.Worker(() -> Office.NOW, () -> true);
        process.ports
                .transactions()
                .reading(process.admin, () -> process.ports.billingRuns().openSlices(run))
                .forEach(slice -> process.engine.billSlice(BATCH).work(run, slice, shift));
    }

    /** Everything that the runs did, in words that do not depend on ids. */
    List<String> books() {
        List<String> books = new ArrayList<>();
        for (Invoice.Head head : heads()) {
            books.add("%s %s %s"
                    .formatted(
                            place(head), head.dates().billing(), head.totals().total()));
        }
        office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingFailures().page(office.firm, null, 100))
                .forEach(aside -> books.add("%d %s %s aside %s"
                        .formatted(
                                engagements.indexOf(find(aside.engagement().value())),
                                aside.billing(),
                                aside.outcome(),
                                aside.codes())));
        books.sort(null);
        return books;
    }

    public List<Invoice.Head> heads() {
        InvoiceFilter filter = new InvoiceFilter(null, null, null, null, null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().page(office.firm, filter, 1000));
    }

    /** Items of all runs that say that an invoice was issued. */
    List<RunItem> issuedItems() {
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingRuns().page(office.firm, null, 100))
                .stream()
                .flatMap(run -> office.items(run).stream())
                .filter(item -> item.outcome() == RunItem.Outcome.ISSUED)
                .toList();
    }

    private int place(Invoice.Head head) {
        return engagements.indexOf(
                find(Objects.requireNonNull(head.parties().engagement()).value()));
    }

    private SignedEngagement find(UUID id) {
        return engagements.stream()
                .filter(engagement -> engagement.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing twice, nothing missed, no gap, and every invoice in the result of a run. */
    public void assertSameBooksAs(RunWorld whole) {
        List<Invoice.Head> heads = heads();
        assertThat(books()).isEqualTo(whole.books());
        assertThat(heads)
                .extracting(head -> head.number().sequence())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.iterate(1L, number -> number <= heads.size(), number -> number + 1)
                                .toList());
        assertThat(issuedItems())
                .extracting(item -> item.evidence().invoice())
                .containsExactlyInAnyOrderElementsOf(
                        heads.stream().map(Invoice.Head::id).toList());
        assertThat(office.ports
                        .transactions()
                        .reading(office.admin, () -> office.ports.billingRuns().unfinished(office.firm)))
                .isEmpty();
    }
}
