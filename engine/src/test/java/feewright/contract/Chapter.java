package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.BilledInAdvance;
import feewright.engagement.HourlyTerms;
import feewright.engagement.MinimumFee;
import feewright.engagement.PackageTerms;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.fixture.Office;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices.InvoiceFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One engagement of a life: what is known of it, its invoices, and what the plain count says of them. */
final class Chapter {

    private static final Money NOTHING = Money.zero(CurrencyUnit.USD);

    private final Office office;
    private final SignedEngagement engagement;
    private final List<Owed> fees;
    private final TreeMap<LocalDate, LocalDate> pauses = new TreeMap<>();
    private final Map<InvoiceId, Invoice> invoices = new LinkedHashMap<>();
    private final Set<InvoiceId> voided = new HashSet<>();
    private final Map<String, Money> byHand = new HashMap<>();
    private LocalDate end;
    private boolean isEnded;

    Chapter(Office office, SignedEngagement engagement) {
        this.office = office;
        this.engagement = engagement;
        Terms terms = engagement.terms();
        this.fees = Stream.concat(
                        terms.pricing().packageTerms().map(Chapter::fee).stream(),
                        terms.pricing().hourlyTerms().map(Chapter::minimum).stream())
                .map(fee -> new Owed(
                        fee,
                        new DaysOwed(fee, terms.term().start(), terms.term().end())))
                .toList();
        this.end = terms.term().end() == null ? LocalDate.MAX : terms.term().end();
    }

    /** A fee, of a package or a minimum, and the count of its days. */
    private record Owed(DaysOwed.Fee fee, DaysOwed days) {

        boolean bills(InvoiceLine line) {
            return fee.pausing() == line instanceof InvoiceLine.Packaged;
        }
    }

    /** A line of an invoice that stands, and what is left of it. */
    record Position(InvoiceId invoice, int line, Money left) {}

    private static DaysOwed.Fee fee(PackageTerms packaged) {
        return new DaysOwed.Fee(
                packaged.fee(),
                code(packaged.cadence()),
                code(packaged.timing()),
                code(packaged.anchor()),
                code(packaged.proration()),
                true);
    }

    /** Nobody works here, so that all of it is made up. It goes on in a pause. */
    private static DaysOwed.Fee minimum(HourlyTerms hourly) {
        MinimumFee minimum = Objects.requireNonNull(hourly.adjustments().minimum());
        return new DaysOwed.Fee(
                minimum.fee(),
                code(hourly.cadence()),
                "in_arrears",
                code(hourly.anchor()),
                code(minimum.proration()),
                false);
    }

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
        return cut(day, BilledInAdvance.PERIOD_END).isAfter(day);
    }

    boolean isPackageBilledBeyond(LocalDate day) {
        return cutForPause(day, BilledInAdvance.PERIOD_END).isAfter(day);
    }

    /** The day on which the term ends in the end. */
    LocalDate cut(LocalDate day, BilledInAdvance choice) {
        return cut(day, choice, fees.stream());
    }

    /** The day from which it is paused in the end: minimums go on. */
    LocalDate cutForPause(LocalDate day, BilledInAdvance choice) {
        return cut(day, choice, fees.stream().filter(owed -> owed.fee().pausing()));
    }

    private static LocalDate cut(LocalDate day, BilledInAdvance choice, Stream<Owed> fees) {
        return choice == BilledInAdvance.CREDIT
                ? day
                : fees.map(owed -> owed.days().billedBeyond(day))
                        .max(LocalDate::compareTo)
                        .orElse(day);
    }

    void paused(LocalDate day) {
        pauses.put(day, LocalDate.MAX);
        fees.forEach(owed -> owed.days().paused(day));
    }

    void resumed(LocalDate day) {
        pauses.put(pauses.lastKey(), day);
        fees.forEach(owed -> owed.days().resumed(day));
    }

    void ended(LocalDate day) {
        isEnded = true;
        end = day;
        fees.forEach(owed -> owed.days().ended(day));
    }

    void voided(InvoiceId invoice) {
        voided.add(invoice);
        fees.forEach(owed -> owed.days().voided(invoice));
    }

    void credited(Position position, Money amount) {
        byHand.merge(line(position.invoice(), position.line()), amount, Money::plus);
    }

    /** The invoices that came by hand are of what was due, each of it once. */
    void billed(LocalDate today) {
        billed(today, (_, _) -> false);
    }

    /** The invoices that came by a run are of what was due and did not wait. */
    void billedByRun(LocalDate today) {
        @Nullable
        LocalDate latest = standing().stream()
                .map(invoice -> invoice.head().dates().billing())
                .max(LocalDate::compareTo)
                .orElse(null);
        billed(today, (owed, run) -> owed.days().waits(run, latest, today));
    }

    private void billed(LocalDate today, BiPredicate<Owed, DaysOwed.Run> waits) {
        List<Invoice> fresh = fresh();
        for (Owed owed : fees) {
            List<DaysOwed.Run> expected = new ArrayList<>(owed.days().due(today));
            for (Invoice invoice : fresh) {
                invoice.lines().stream().filter(owed::bills).forEach(line -> {
                    DaysOwed.Run run = expected.removeFirst();
                    assertThat(days(line)).isEqualTo(run.start() + " " + run.end());
                    assertThat(line.amount()).isEqualTo(owed.days().cost(run));
                    owed.days().billed(run, invoice.id());
                });
            }
            assertThat(expected).as("due on %s", today).allMatch(run -> waits.test(owed, run));
        }
        fresh.forEach(invoice -> invoices.put(invoice.id(), invoice));
    }

    private static String days(InvoiceLine line) {
        return switch (line) {
            case InvoiceLine.Packaged packaged ->
                packaged.period().start() + " " + packaged.period().end();
            case InvoiceLine.Minimum minimum ->
                minimum.period().start() + " " + minimum.period().end();
            default -> throw new AssertionError(line);
        };
    }

    /** Each line comes to the days of it that count, less what was given back by hand. */
    void check() {
        for (Invoice invoice : standing()) {
            Map<Integer, Money> credited = credited(invoice);
            for (Owed owed : fees) {
                Money left = owed.days().worth(invoice.id());
                Money net = NOTHING;
                for (InvoiceLine line :
                        invoice.lines().stream().filter(owed::bills).toList()) {
                    left = left.minus(byHand.getOrDefault(line(invoice.id(), line.number()), NOTHING));
                    net = net.plus(line.amount()).minus(credited.getOrDefault(line.number(), NOTHING));
                }
                assertThat(net).as("invoice %s", invoice.head().number()).isEqualTo(left.isNegative() ? NOTHING : left);
            }
        }
    }

    /** Everything that is owed was billed. */
    void isComplete() {
        fees.forEach(owed -> assertThat(owed.days().due(end)).isEmpty());
    }

    List<Invoice> voidable() {
        return standing().stream()
                .filter(invoice -> credited(invoice).isEmpty())
                .toList();
    }

    /** Lines of a kind of which an invoice has one: what is given back by hand of several is theirs one by one. */
    List<Position> creditable() {
        List<Position> positions = new ArrayList<>();
        for (Invoice invoice : standing()) {
            Map<Integer, Money> credited = credited(invoice);
            for (Owed owed : fees) {
                List<InvoiceLine> lines =
                        invoice.lines().stream().filter(owed::bills).toList();
                lines.stream().filter(_ -> lines.size() == 1).forEach(line -> {
                    Money left = line.amount().minus(credited.getOrDefault(line.number(), NOTHING));
                    if (left.isPositive()) {
                        positions.add(new Position(invoice.id(), line.number(), left));
                    }
                });
            }
        }
        return positions;
    }

    private List<Invoice> standing() {
        return invoices.values().stream()
                .filter(invoice -> !voided.contains(invoice.id()))
                .toList();
    }

    private static String line(InvoiceId invoice, int number) {
        return invoice + "/" + number;
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
