package feewright.engagement;

import java.util.Optional;

/** How work is billed, with exactly the terms that this mode has. */
public sealed interface Pricing {

    PricingMode mode();

    default Optional<PackageTerms> packageTerms() {
        return Optional.empty();
    }

    default Optional<HourlyTerms> hourlyTerms() {
        return Optional.empty();
    }

    record Packaged(PackageTerms terms) implements Pricing {
        @Override
        public PricingMode mode() {
            return PricingMode.PACKAGE;
        }

        @Override
        public Optional<PackageTerms> packageTerms() {
            return Optional.of(terms);
        }
    }

    record Hourly(HourlyTerms terms) implements Pricing {
        @Override
        public PricingMode mode() {
            return PricingMode.HOURLY;
        }

        @Override
        public Optional<HourlyTerms> hourlyTerms() {
            return Optional.of(terms);
        }
    }

    record Mixed(PackageTerms packaged, HourlyTerms hourly) implements Pricing {
        @Override
        public PricingMode mode() {
            return PricingMode.MIXED;
        }

        @Override
        public Optional<PackageTerms> packageTerms() {
            return Optional.of(packaged);
        }

        @Override
        public Optional<HourlyTerms> hourlyTerms() {
            return Optional.of(hourly);
        }
    }
}
