package feewright.amendment;

import feewright.engagement.SignedEngagement;
import feewright.engagement.Term;
import feewright.engagement.Terms;
import feewright.engagement.TermsFault;
import feewright.engagement.TermsId;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsReader;
import feewright.engagement.TermsReading;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** The terms of a successor, from the day on which it takes over. */
record NewTerms(SignedEngagement renewed, RenewalRequest request) {

    TermsReading from(LocalDate handOver, TermsId id) {
        TermsInput offer = request.terms();
        if (offer == null) {
            return same(handOver, id);
        }
        boolean isOther = offer.start() != null && !offer.start().equals(request.handOver());
        return isOther
                ? new TermsReading.Invalid(List.of(new TermsFault("start-not-the-hand-over", "/start")))
                : TermsReader.read(id, offer.startingOn(handOver));
    }

    /** The same terms over a term of the same length in months and days: a year follows a year. */
    private TermsReading same(LocalDate handOver, TermsId id) {
        Terms terms = renewed.terms();
        LocalDate agreed = terms.term().agreedEnd();
        Term term = new Term(
                handOver,
                agreed == null
                        ? null
                        : handOver.plus(Period.between(terms.term().start(), agreed)));
        return TermsReader.isInRange(term)
                ? new TermsReading.Valid(new Terms(id, terms.currency(), term, terms.pricing(), terms.conditions()))
                : new TermsReading.Invalid(List.of(new TermsFault("end-out-of-range", "/end")));
    }
}
