package feewright.invoice;

import feewright.engagement.Adjustments;
import feewright.engagement.HourlyTerms;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.engagement.Terms;
import java.util.ArrayList;
import java.util.List;

/** The clauses of the terms that each kind of line rests on. */
final class Clauses {

    private Clauses() {}

    static List<Clause> of(InvoiceLine line, Terms terms) {
        return switch (line) {
            case InvoiceLine.Packaged _ ->
                terms.pricing().packageTerms().map(Clauses::packaged).orElse(List.of());
            case InvoiceLine.Hourly hourly ->
                terms.pricing()
                        .hourlyTerms()
                        .map(found -> hourly(found, hourly.rate()))
                        .orElse(List.of());
            case InvoiceLine.Included _, InvoiceLine.Minimum _, InvoiceLine.Cap _ ->
                terms.hourlyAdjustments().map(found -> adjusted(line, found)).orElse(List.of());
            case InvoiceLine.Manual _ -> List.of();
        };
    }

    private static List<Clause> adjusted(InvoiceLine line, Adjustments terms) {
        List<Clause> clauses = new ArrayList<>();
        if (line instanceof InvoiceLine.Included && terms.included() != null) {
            clauses.add(new Clause("hourly.included.minutes", terms.included().minutes() + " minutes"));
            clauses.add(new Clause(
                    "hourly.included.rollover_minutes", terms.included().rolloverMinutes() + " minutes"));
        }
        if (line instanceof InvoiceLine.Minimum && terms.minimum() != null) {
            clauses.add(new Clause("hourly.minimum.fee", terms.minimum().fee().toString()));
            clauses.add(new Clause(
                    "hourly.minimum.proration", terms.minimum().proration().code()));
        }
        if (line instanceof InvoiceLine.Cap && terms.cap() != null) {
            clauses.add(new Clause("hourly.cap.limit", terms.cap().limit().toString()));
            clauses.add(new Clause("hourly.cap.span", terms.cap().span().code()));
            clauses.add(new Clause("hourly.cap.beyond", terms.cap().beyond().code()));
        }
        return clauses;
    }

    private static List<Clause> packaged(PackageTerms terms) {
        return List.of(
                new Clause("package.fee", terms.fee().toString()),
                new Clause("package.cadence", terms.cadence().code()),
                new Clause("package.timing", terms.timing().code()),
                new Clause("package.anchor", terms.anchor().code()),
                new Clause("package.proration", terms.proration().code()));
    }

    private static List<Clause> hourly(HourlyTerms terms, Rate rate) {
        return List.of(
                new Clause(rate.clause(), rate.price().perHour() + " per hour"),
                new Clause("hourly.cadence", terms.cadence().code()),
                new Clause("hourly.anchor", terms.anchor().code()),
                new Clause(
                        "hourly.increment",
                        "%d minutes, %s"
                                .formatted(
                                        terms.increment().minutes(),
                                        terms.increment().rounding().code())));
    }
}
