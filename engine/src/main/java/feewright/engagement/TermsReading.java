package feewright.engagement;

import java.util.List;

/** Offered terms, read: sound, or all their faults at once (requirement E3). */
public sealed interface TermsReading {

    record Valid(Terms terms) implements TermsReading {}

    record Invalid(List<TermsFault> faults) implements TermsReading {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
