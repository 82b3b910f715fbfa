package feewright.api.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem, rolling back what it did. Has no stack trace: it is an answer, not a defect. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final Problem problem;

    public Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Refused(ProblemCode code) {
        this(Problem.of(code));
    }

    /** The thing, or 404 if there is none. */
    public static <T> T unlessFound(@Nullable T found) {
        if (found == null) {
            throw new Refused(ProblemCode.NOT_FOUND);
        }
        return found;
    }

    public Problem problem() {
        return problem;
    }
}
