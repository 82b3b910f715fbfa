package feewright.invoice;

import feewright.engagement.EngagementFact;
import feewright.engagement.PausedFact;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.invoice.InvoiceCase.Agreement;
import feewright.invoice.LineFact.CapLineFact;
import feewright.invoice.LineFact.HourlyLineFact;
import feewright.invoice.LineFact.IncludedLineFact;
import feewright.invoice.LineFact.LineTimeFact;
import feewright.invoice.LineFact.ManualLineFact;
import feewright.invoice.LineFact.MinimumLineFact;
import feewright.invoice.LineFact.PackageLineFact;
import feewright.rule.ActorFact;
import feewright.rule.Fact;
import feewright.time.ApprovedTime;
import feewright.time.TimeFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A case and its proposal as the flat facts that the rule set {@code invoice} judges. */
public final class InvoiceFacts {

    private final List<Fact> facts = new ArrayList<>();

    private InvoiceFacts() {}

    public static List<Fact> of(InvoiceCase from, ProposedInvoice proposed) {
        InvoiceFacts made = new InvoiceFacts();
        made.facts.add(ActorFact.of(from.actor()));
        made.facts.add(invoice(proposed));
        if (from.override() != null) {
            made.facts.add(
                    new OverrideFact(from.actor().person(), from.override().hasReason()));
        }
        if (from.agreement() instanceof Agreement.Linked(BillingPosition position)) {
            made.facts.add(EngagementFact.of(position.engagement()));
            made.facts.addAll(PausedFact.of(position.engagement()));
            made.addPeriod(from, position);
            made.addAdjustments(position.engagement(), proposed.beyondCap());
        }
        proposed.lines().forEach(line -> made.addLine(line, proposed.engagement()));
        proposed.unpriced().forEach(made::addUnpriced);
        return List.copyOf(made.facts);
    }

    private static InvoiceFact invoice(ProposedInvoice proposed) {
        return new InvoiceFact(
                proposed.client(),
                proposed.engagement() == null ? null : proposed.engagement().id(),
                proposed.currency().getCode(),
                proposed.dates().billing(),
                proposed.lines().size(),
                proposed.totals().total().isNegative());
    }

    private void addPeriod(InvoiceCase from, BillingPosition position) {
        Terms terms = position.engagement().inEffect();
        LocalDate dueOn = terms.packageDueOn(position.nextPackageStart());
        if (position.nextPackageStart() == null || dueOn == null) {
            return;
        }
        boolean due = !dueOn.isAfter(from.days().asOf());
        terms.packagePeriod(position.nextPackageStart()).ifPresent(period -> {
            facts.add(new PeriodFact(
                    position.engagement().id(), period.start(), period.end(), due, position.nextPackageClaimed()));
        });
    }

    private void addAdjustments(SignedEngagement engagement, @Nullable Money beyondCap) {
        engagement
                .terms()
                .hourlyAdjustments()
                .ifPresent(adjustments -> facts.add(AdjustmentsFact.of(engagement.id(), adjustments)));
        if (beyondCap != null) {
            facts.add(new BeyondCapFact(engagement.id(), beyondCap.getAmountMinorLong()));
        }
    }

    private void addLine(ProposedLine line, @Nullable SignedEngagement engagement) {
        switch (line) {
            case ProposedLine.Packaged packaged ->
                facts.add(new PackageLineFact(
                        line.number(),
                        currency(line),
                        engagement == null ? null : engagement.id(),
                        packaged.period().start()));
            case ProposedLine.Hourly hourly -> {
                facts.add(new HourlyLineFact(
                        line.number(), currency(line), hourly.worker().person()));
                hourly.time().forEach(time -> {
                    facts.add(TimeFact.of(time));
                    facts.add(new LineTimeFact(
                            line.number(),
                            time.version().entry(),
                            time.version().number()));
                });
            }
            case ProposedLine.Included included ->
                facts.add(new IncludedLineFact(
                        line.number(),
                        currency(line),
                        included.line().number(),
                        included.period().start(),
                        included.minutes(),
                        included.left(),
                        line.amount().getAmountMinorLong()));
            case ProposedLine.Minimum minimum ->
                facts.add(new MinimumLineFact(
                        line.number(),
                        currency(line),
                        minimum.period().start(),
                        minimum.period().end(),
                        line.amount().getAmountMinorLong()));
            case ProposedLine.Capped capped ->
                facts.add(new CapLineFact(
                        line.number(),
                        currency(line),
                        capped.period() == null ? null : capped.period().start(),
                        line.amount().getAmountMinorLong()));
            case ProposedLine.Manual manual ->
                facts.add(new ManualLineFact(
                        line.number(),
                        currency(line),
                        manual.charge().category() == Category.EXPENSE,
                        line.amount().getAmountMinorLong()));
        }
    }

    private void addUnpriced(ApprovedTime time) {
        facts.add(TimeFact.of(time));
        facts.add(new UnpricedFact(time.version().entry(), time.version().number()));
    }

    private static String currency(ProposedLine line) {
        return line.amount().getCurrencyUnit().getCode();
    }
}
