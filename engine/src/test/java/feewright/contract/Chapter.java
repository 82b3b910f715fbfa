package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.PackageTerms;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.fixture.Office;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.renewal.BilledInAdvance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One engagement of a life: what is known of it, its invoices, and what the plain count says of them. */
final class Chapter {

    private static final Money NOTHING = Money.zero(CurrencyUnit.USD);

    private final Office office;
    private final SignedEngagement engagement;
    private final DaysOwed owed;
    private final TreeMap<LocalDate, LocalDate> pauses = new TreeMap<>();
    private final Map<InvoiceId, Invoice> invoices = new LinkedHashMap<>();
    private final Set<InvoiceId> voided = new HashSet<>();
    private final Map<InvoiceId, Money> byHand = new HashMap<>();
    private LocalDate end;
    private boolean isEnded;

    Chapter(Office office, SignedEngagement engagement) {
        this.office = office;
        this.engagement = engagement;
        Terms terms = engagement.terms();
        PackageTerms packaged = terms.pricing().packageTerms().orElseThrow();
        DaysOwed.Fee fee = new DaysOwed.Fee(
                packaged.fee(),
                code(packaged.cadence()),
                code(packaged.timing()),
                code(packaged.anchor()),
                code(packaged.proration()),
                true);
        this.owed = new DaysOwed(fee, terms.term().start(), terms.term().end());
        this.end = terms.term().end() == null ? LocalDate.MAX : terms.term().end();
    }

    /** A line of an invoice that stands, and what is left of it. */
    record Position(InvoiceId invoice, int line, Money left) {}

    SignedEngagement engagement() {
        return engagement;
    }

    LocalDate start() {
        return engagement.terms().term().start();
    }

    LocalDate end() {
        return end;
    }

    boolean hasEnd() {
        return !end.equals(LocalDate.MAX);
    }

    Optional<LocalDate> openPause() {
        return pauses.isEmpty() || !pauses.lastEntry().getValue().equals(LocalDate.MAX)
                ? Optional.empty()
                : Optional.of(pauses.lastKey());
    }

    LocalDate lastPaused() {
        return pauses.isEmpty() ? start() : pauses.lastKey();
    }

    boolean mayPause(LocalDate day) {
        boolean afterLast = pauses.isEmpty() || pauses.lastEntry().getValue().isBefore(day);
        return afterLast && !day.isBefore(start()) && day.isBefore(end);
    }

    boolean mayResume(LocalDate day) {
        return openPause().filter(day::isAfter).isPresent() && day.isBefore(end);
    }

    boolean mayEnd(LocalDate day) {
        return !isEnded && day.isAfter(start()) && day.isBefore(end);
    }

    boolean mayHandOver(LocalDate day) {
        return mayEnd(day) || day.equals(end);
    }

    boolean isBilledBeyond(LocalDate day) {
        return owed.billedBeyond(day).isAfter(day);
    }

    /** The day on which the term is cut in the end. */
    LocalDate cut(LocalDate day, BilledInAdvance choice) {
        return choice == BilledInAdvance.PERIOD_END ? owed.billedBeyond(day) : day;
    }

    void paused(LocalDate day) {
        pauses.put(day, LocalDate.MAX);
        owed.paused(day);
    }

    void resumed(LocalDate day) {
        pauses.put(pauses.lastKey(), day);
        owed.resumed(day);
    }

    void ended(LocalDate day) {
        isEnded = true;
        end = day;
        owed.ended(day);
    }

    void voided(InvoiceId invoice) {
        voided.add(invoice);
        owed.voided(invoice);
    }

    void credited(Position position, Money amount) {
        byHand.merge(position.invoice(), amount, Money::plus);
    }

    /** The invoices that came are of what was due, each of it once. */
    void billed(LocalDate today) {
        List<DaysOwed.Run> expected = new ArrayList<>(owed.due(today));
        for (Invoice invoice : fresh()) {
            InvoiceLine.Packaged line = (InvoiceLine.Packaged) invoice.lines().getFirst();
            DaysOwed.Run run = expected.removeFirst();
            assertThat(line.period().start()).isEqualTo(run.start());
            assertThat(line.period().end()).isEqualTo(run.end());
            assertThat(line.amount()).isEqualTo(owed.cost(run));
            owed.billed(run, invoice.id());
            invoices.put(invoice.id(), invoice);
        }
        assertThat(expected).as("due on %s", today).isEmpty();
    }

    /** Each invoice comes to the days of it that count, less what was given back by hand. */
    void check() {
        for (Invoice invoice : invoices.values()) {
            if (!voided.contains(invoice.id())) {
                Money left = owed.worth(invoice.id()).minus(byHand.getOrDefault(invoice.id(), NOTHING));
                assertThat(net(invoice))
                        .as("invoice %s", invoice.head().number())
                        .isEqualTo(left.isNegative() ? NOTHING : left);
            }
        }
    }

    /** Everything that is owed was billed. */
    void isComplete() {
        assertThat(owed.due(end)).isEmpty();
    }

    List<Invoice> voidable() {
        return invoices.values().stream()
                .filter(invoice ->
                        !voided.contains(invoice.id()) && credited(invoice).isEmpty())
                .toList();
    }

    List<Position> creditable() {
        return invoices.values().stream()
                .filter(invoice ->
                        !voided.contains(invoice.id()) && net(invoice).isPositive())
                .map(invoice -> new Position(invoice.id(), 1, net(invoice)))
                .toList();
    }

    private Money net(Invoice invoice) {
        return credited(invoice).values().stream()
                .reduce(invoice.head().totals().total(), Money::minus);
    }

    private Map<Integer, Money> credited(Invoice invoice) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.creditNotes().credited(office.firm, invoice.id()))
                .lines();
    }

    /** Those that are not known yet, in the order of their numbers. */
    private List<Invoice> fresh() {
        InvoiceFilter all = new InvoiceFilter(null, null, engagement.id(), null, null);
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.invoices().page(office.firm, all, 1000).reversed().stream()
                                .filter(head -> !invoices.containsKey(head.id()))
                                .map(head -> office.ports
                                        .invoices()
                                        .find(office.firm, head.id())
                                        .orElseThrow())
                                .toList());
    }

    @Override
    public String toString() {
        return engagement.terms().toString();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
