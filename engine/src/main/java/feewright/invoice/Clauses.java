package feewright.invoice;

import feewright.engagement.HourlyTerms;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.engagement.Terms;
import java.util.List;
import java.util.Locale;

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
            case InvoiceLine.Manual _ -> List.of();
        };
    }

    private static List<Clause> packaged(PackageTerms terms) {
        return List.of(
                new Clause("package.fee", terms.fee().toString()),
                new Clause("package.cadence", code(terms.cadence())),
                new Clause("package.timing", code(terms.timing())),
                new Clause("package.anchor", code(terms.anchor())),
                new Clause("package.proration", code(terms.proration())));
    }

    private static List<Clause> hourly(HourlyTerms terms, Rate rate) {
        return List.of(
                new Clause(rate.clause(), rate.price().perHour() + " per hour"),
                new Clause("hourly.cadence", code(terms.cadence())),
                new Clause("hourly.anchor", code(terms.anchor())),
                new Clause(
                        "hourly.increment",
                        "%d minutes, %s"
                                .formatted(
                                        terms.increment().minutes(),
                                        code(terms.increment().rounding()))));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
