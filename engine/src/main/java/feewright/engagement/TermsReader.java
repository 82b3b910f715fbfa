package feewright.engagement;

import feewright.engagement.Terms.Conditions;
import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.money.Amounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Makes terms of an offer, or finds everything that is wrong with it. */
public final class TermsReader {

    private static final int LONGEST_DUE_IN_DAYS = 365;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final TermsFaults faults = new TermsFaults();
    private final TermsInput offer;

    private TermsReader(TermsInput offer) {
        this.offer = offer;
    }

    /** Reads the offer; sound terms get {@code id}. */
    public static TermsReading read(TermsId id, TermsInput offer) {
        TermsReader reader = new TermsReader(offer);
        Optional<Terms> terms = reader.terms(id);
        return terms.isPresent() && reader.faults.found().isEmpty()
                ? new TermsReading.Valid(terms.get())
                : new TermsReading.Invalid(reader.faults.found());
    }

    /** Whether a term that nobody wrote down is one that could have been offered. */
    public static boolean isInRange(Term term) {
        return !term.start().isBefore(EARLIEST)
                && !term.start().isAfter(LATEST)
                && (term.end() == null || !term.end().isAfter(LATEST));
    }

    private Optional<Terms> terms(TermsId id) {
        @Nullable CurrencyUnit currency = currency();
        @Nullable Term term = term();
        @Nullable
        PricingMode mode = faults.choice(PricingMode.class, offer.pricingMode(), null, "/pricing_mode")
                .orElse(null);
        Optional<Conditions> conditions = conditions(offer.conditions());
        Optional<Pricing> pricing =
                mode == null ? Optional.empty() : pricing(mode, new PricingReader(faults, currency, term));
        if (currency == null || term == null || conditions.isEmpty() || pricing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Terms(id, currency, term, pricing.get(), conditions.get()));
    }

    private Optional<Pricing> pricing(PricingMode mode, PricingReader reader) {
        Optional<PackageTerms> packaged = reader.packaged(offer.packaged(), mode != PricingMode.HOURLY);
        Optional<HourlyTerms> hourly = reader.hourly(offer.hourly(), mode, packaged);
        return switch (mode) {
            case PACKAGE -> packaged.map(Pricing.Packaged::new);
            case HOURLY -> hourly.map(Pricing.Hourly::new);
            case MIXED -> packaged.flatMap(first -> hourly.map(second -> new Pricing.Mixed(first, second)));
        };
    }

    private @Nullable CurrencyUnit currency() {
        if (offer.currency() == null) {
            faults.add("currency-missing", "/currency");
            return null;
        }
        Optional<CurrencyUnit> currency = Amounts.currency(offer.currency());
        if (currency.isEmpty()) {
            faults.add("currency-unknown", "/currency");
        }
        return currency.orElse(null);
    }

    private @Nullable Term term() {
        LocalDate start = offer.start();
        LocalDate end = offer.end();
        if (start == null) {
            faults.add("start-missing", "/start");
            return null;
        }
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            faults.add("start-out-of-range", "/start");
            return null;
        }
        if (end != null && !end.isAfter(start)) {
            faults.add("end-not-after-start", "/end");
            return null;
        }
        if (end != null && end.isAfter(LATEST)) {
            faults.add("end-out-of-range", "/end");
            return null;
        }
        return new Term(start, end);
    }

    private Optional<Conditions> conditions(ConditionsOffer from) {
        int dueInDays = Objects.requireNonNullElse(from.dueInDays(), 30);
        if (dueInDays < 0 || dueInDays > LONGEST_DUE_IN_DAYS) {
            faults.add("due-in-days-out-of-range", "/due_in_days");
        }
        Optional<ZoneId> zone = zone(from.zone());
        Optional<CatchUp> catchUp =
                faults.choice(CatchUp.class, from.catchUp(), CatchUp.BILL_EVERY_PERIOD, "/catch_up");
        Optional<CreditApplicationMode> credit = faults.choice(
                CreditApplicationMode.class,
                from.creditApplication(),
                CreditApplicationMode.MANUAL,
                "/credit_application");
        if (zone.isEmpty() || catchUp.isEmpty() || credit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Conditions(
                dueInDays,
                zone.get(),
                Boolean.TRUE.equals(from.clientApproval()),
                Boolean.TRUE.equals(from.autoIssue()),
                catchUp.get(),
                credit.get()));
    }

    private Optional<ZoneId> zone(@Nullable String text) {
        if (text == null) {
            faults.add("zone-missing", "/zone");
            return Optional.empty();
        }
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        faults.add("zone-unknown", "/zone");
        return Optional.empty();
    }
}
