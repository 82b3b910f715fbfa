package feewright.api.idempotency;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What a writing request is answered: something done, which is kept under its key, or a refusal, which gives the key back while the
 * decision behind it stays.
 */
public sealed interface WriteResponse {

    /** Done. {@code location} and {@code version} become the headers Location and ETag. */
    record Done(
            int status, @Nullable String location, @Nullable Integer version, Object body) implements WriteResponse {}

    /** Refused. What was written so far, the decision, stays. */
    record NotDone(Problem problem) implements WriteResponse {}

    /** Refused, while the decision behind it stays. */
    static WriteResponse refused(ProblemCode code) {
        return new NotDone(Problem.of(code));
    }

    /** Something new, at its own address. */
    static WriteResponse created(String location, Object body) {
        return new Done(201, location, null, body);
    }

    /** Something new with versions, at its own address. */
    static WriteResponse created(String location, int version, Object body) {
        return new Done(201, location, version, body);
    }

    /** Begun, and to be looked at under its address while it goes on. */
    static WriteResponse accepted(String location, Object body) {
        return new Done(202, location, null, body);
    }

    /** Something that was there has changed. */
    static WriteResponse changed(int version, Object body) {
        return new Done(200, null, version, body);
    }

    /** Done, without more. */
    static WriteResponse ok(Object body) {
        return new Done(200, null, null, body);
    }
}
