package feewright.engagement;

import java.util.List;

/** Offered terms, read: sound, or all their faults at once (requirement E3). */
public sealed interface TermsReading {

    record Sound(Terms terms) implements TermsReading {}

    record Faulty(List<TermsFault> faults) implements TermsReading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
