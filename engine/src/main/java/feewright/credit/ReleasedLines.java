package feewright.credit;

import feewright.credit.CreditNotes.Credited;
import feewright.engagement.BillingPeriod;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.money.Amounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a note takes back of the lines that lowered the time it releases, so that it gives the client what was asked for that time
 * and no more: its included minutes, entry by entry; and what was written down to a cap, or set off against a minimum, as far as
 * the hours that are left on the invoice would come to less than nothing, or to less than before. What is then too much or too little of a minimum or a
 * cap is settled by the next invoice, as after a void. Pure.
 */
final class ReleasedLines {

    private final Invoice invoice;
    private final Map<Integer, Money> left = new HashMap<>();
    private final Map<Integer, Money> before;
    private final Map<Integer, CreditNote.Line> lines = new TreeMap<>();

    private ReleasedLines(Invoice invoice, Credited credited, List<CreditNote.Line> asked) {
        this.invoice = invoice;
        invoice.lines().stream()
                .filter(line -> line.category() == Category.HOURLY)
                .forEach(line -> left.put(line.number(), line.amount()));
        credited.lines().forEach(this::take);
        before = Map.copyOf(left);
        asked.forEach(line -> take(line.number(), line.amount()));
    }

    /** After the lines that were asked for. */
    static List<CreditNote.Line> after(Invoice invoice, Credited before, List<CreditNote.Line> asked) {
        ReleasedLines made = new ReleasedLines(invoice, before, asked);
        List<InvoiceLine.Hourly> released = asked.stream()
                .filter(line -> line.released() && !line.time().isEmpty())
                .flatMap(line -> made.hourly(line.number()).stream())
                .toList();
        asked.forEach(made::includedOf);
        released.forEach(made::loweredWith);
        if (!released.isEmpty()) {
            made.lift(InvoiceLine.Cap.class, line -> line.category() == Category.HOURLY);
        }
        return List.copyOf(made.lines.values());
    }

    private List<InvoiceLine.Hourly> hourly(int number) {
        return invoice.lines().stream()
                .filter(line -> line.number() == number && line instanceof InvoiceLine.Hourly)
                .map(InvoiceLine.Hourly.class::cast)
                .toList();
    }

    private void includedOf(CreditNote.Line asked) {
        if (asked.released()) {
            hourly(asked.number())
                    .forEach(hourly -> invoice.lines().stream()
                            .filter(InvoiceLine.Included.class::isInstance)
                            .map(InvoiceLine.Included.class::cast)
                            .filter(included -> included.of().line() == hourly.number())
                            .forEach(included -> {
                                EntryShares.Covered covered = EntryShares.covered(hourly, included, asked.time());
                                giveBack(included, covered.amount(), covered.minutes());
                            }));
        }
    }

    /** Under a cap first: what it wrote down goes before what a minimum had made up. */
    private void loweredWith(InvoiceLine.Hourly hourly) {
        Predicate<InvoiceLine> ofPeriod = line -> isWith(line, hourly);
        lift(InvoiceLine.Cap.class, ofPeriod);
        lift(InvoiceLine.Minimum.class, ofPeriod);
    }

    /** Takes lines of a kind back as far as these lines are below zero in all, and below what they were before the note. */
    private void lift(Class<? extends InvoiceLine> kind, Predicate<InvoiceLine> among) {
        Money none = Money.zero(invoice.head().currency());
        Money least = Amounts.least(none, sum(among, before));
        invoice.lines().stream()
                .filter(line -> kind.isInstance(line) && among.test(line))
                .forEach(line -> {
                    Money below = sum(among, left).minus(least);
                    Money most = left.getOrDefault(line.number(), none);
                    if (below.isNegative() && most.isNegative()) {
                        giveBack(line, below.isGreaterThan(most) ? below : most, 0);
                    }
                });
    }

    private void giveBack(InvoiceLine line, Money amount, long minutes) {
        if (!amount.isZero() || minutes != 0) {
            take(line.number(), amount);
            lines.merge(
                    line.number(),
                    released(line, amount, minutes),
                    (one, more) -> released(line, one.amount().plus(more.amount()), one.minutes() + more.minutes()));
        }
    }

    private static CreditNote.Line released(InvoiceLine line, Money amount, long minutes) {
        return new CreditNote.Line(line.number(), line.category(), amount, List.of(), true, minutes);
    }

    private Money sum(Predicate<InvoiceLine> among, Map<Integer, Money> amounts) {
        Money none = Money.zero(invoice.head().currency());
        return invoice.lines().stream()
                .filter(among)
                .map(line -> amounts.getOrDefault(line.number(), none))
                .reduce(none, Money::plus);
    }

    /** Whether a line is of the hourly period of another, which a line of adjusted time keeps within. */
    private boolean isWith(InvoiceLine line, InvoiceLine.Hourly hourly) {
        @Nullable
        BillingPeriod period = invoice.lines().stream()
                .map(InvoiceLine::adjustedPeriod)
                .filter(found -> found != null
                        && found.contains(hourly.items().getFirst().workedOn()))
                .findFirst()
                .orElse(null);
        return period != null
                && switch (line) {
                    case InvoiceLine.Hourly other ->
                        period.contains(other.items().getFirst().workedOn());
                    case InvoiceLine.Included included ->
                        hourly(included.of().line()).stream()
                                .anyMatch(other ->
                                        period.contains(other.items().getFirst().workedOn()));
                    case InvoiceLine.Minimum _, InvoiceLine.Cap _ -> period.equals(line.adjustedPeriod());
                    case InvoiceLine.Packaged _, InvoiceLine.Manual _ -> false;
                };
    }

    private void take(int line, Money amount) {
        left.computeIfPresent(line, (_, before) -> before.minus(amount));
    }
}
