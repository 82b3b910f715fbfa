package feewright.engagement;

import feewright.firm.BillingRole;
import feewright.platform.PersonId;

/** Whom a rate is for. */
public sealed interface RateScope {

    /** {@code person:…}, {@code role:…} or {@code default}. */
    String code();

    record OfPerson(PersonId person) implements RateScope {
        @Override
        public String code() {
            return "person:" + person;
        }
    }

    record OfRole(BillingRole role) implements RateScope {
        @Override
        public String code() {
            return "role:" + role;
        }
    }

    record Default() implements RateScope {
        @Override
        public String code() {
            return "default";
        }
    }
}
