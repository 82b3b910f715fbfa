package feewright.invoice;

import feewright.engagement.ConsideredRate;
import feewright.engagement.RateCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Why a rate applied to the work of the days {@code from} to {@code to} (both included): what was looked at, narrowest first. */
public record RateChoice(LocalDate from, LocalDate to, List<ConsideredRate> considered) {

    public RateChoice {
        considered = List.copyOf(considered);
    }

    /** The choices behind a line, one for each run of days that were decided alike. */
    static List<RateChoice> of(InvoiceLine.Hourly line, RateCard card) {
        List<RateChoice> choices = new ArrayList<>();
        for (LocalDate day : line.items().stream()
                .map(TimeItem::workedOn)
                .distinct()
                .sorted()
                .toList()) {
            List<ConsideredRate> looked =
                    card.considered(line.worker().person(), line.worker().role(), day);
            if (!choices.isEmpty() && choices.getLast().considered().equals(looked)) {
                RateChoice last = choices.removeLast();
                choices.add(new RateChoice(last.from(), day, looked));
            } else {
                choices.add(new RateChoice(day, day, looked));
            }
        }
        return choices;
    }
}
