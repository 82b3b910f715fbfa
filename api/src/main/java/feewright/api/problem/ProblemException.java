package feewright.api.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem, rolling back what it did. Has no stack trace: it is an answer, not a defect. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    /** The thing, or 404 if there is none. */
    public static <T> T unlessFound(@Nullable T found) {
        if (found == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return found;
    }

    public Problem problem() {
        return problem;
    }
}
