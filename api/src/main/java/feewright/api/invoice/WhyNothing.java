package feewright.api.invoice;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.engagement.Engagements;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.Basis;
import feewright.platform.Actor;
import feewright.time.TimeEntries;
import feewright.time.TimeEntries.TimeFilter;
import feewright.time.TimeState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why there is nothing to invoice (requirement I4). To be used in a transaction. */
@Component
record WhyNothing(Engagements engagements, TimeEntries entries) {

    /** Beyond this many, the answer says so in place of counting on. */
    private static final int MOST_COUNTED = 200;

    /** Nothing is due; tells when something will be, and how much time only waits for approval. */
    ProblemException nothingDue(Actor actor, InvoiceRequest request, @Nullable LocalDate nextDueOn) {
        Problem problem = Problem.of(ProblemCode.NOTHING_DUE).withNextDueOn(nextDueOn);
        int waiting = request.of() instanceof Basis.Engagement of ? waiting(actor, of) : 0;
        if (waiting == 0) {
            return new ProblemException(problem);
        }
        String count = waiting == MOST_COUNTED ? "at least " + waiting : String.valueOf(waiting);
        return new ProblemException(problem.withErrors(List.of(new Problem.Fault(
                "time-waits-for-approval", null, count + " submitted time entries are not approved yet"))));
    }

    /** There is no such engagement or client; or there is, and it is a draft. */
    ProblemException notFound(Actor actor, InvoiceRequest request) {
        boolean draft = request.of() instanceof Basis.Engagement of
                && engagements.find(actor.firm(), of.engagement()).isPresent();
        return new ProblemException(draft ? ProblemCode.ENGAGEMENT_NOT_SIGNED : ProblemCode.NOT_FOUND);
    }

    private int waiting(Actor actor, Basis.Engagement of) {
        TimeFilter submitted = new TimeFilter(null, of.engagement(), null, TimeState.SUBMITTED, null, null);
        return entries.page(actor.firm(), submitted, MOST_COUNTED).size();
    }
}
