package feewright.api.problem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it. {@code code} is stable; {@code errors} point to fields of the body as JSON pointers;
 * {@code violations} are the rules that refused, and the decision keeps it. Never holds a word of what was sent.
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable List<Fault> errors,
        @Nullable List<Violation> violations,
        @Nullable String decisionId,
        @Nullable LocalDate nextDueOn,
        @Nullable String requestId) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing wrong: with a field of the body, which the pointer names, or with what the detail says. Never quotes the body. */
    public record Fault(
            String code, @Nullable String pointer, @Nullable String detail) {

        public Fault(String code, String pointer) {
            this(code, pointer, null);
        }
    }

    /** A rule that was violated: its code, its sentence, and what violated it. */
    public record Violation(String code, String rule, String subject) {}

    public static Problem of(ProblemCode code) {
        return of(code.status(), code.code(), code.title());
    }

    /** A problem that is not one of {@link ProblemCode}. */
    static Problem of(int status, String code, String title) {
        String type = "urn:feewright:problem:" + code;
        return new Problem(type, title, status, code, null, null, null, null, null, null, null);
    }

    /** Somebody else's change won; the code says which. */
    static Problem conflict(String code) {
        return of(409, code, "Somebody else's change came first. Nothing was changed: look again.");
    }

    Problem at(@Nullable String place) {
        return new Problem(
                type, title, status, code, place, parameter, errors, violations, decisionId, nextDueOn, requestId);
    }

    public Problem ofParameter(String name) {
        return new Problem(
                type, title, status, code, pointer, name, errors, violations, decisionId, nextDueOn, requestId);
    }

    public Problem withErrors(List<Fault> found) {
        List<Fault> all = List.copyOf(found);
        return new Problem(
                type, title, status, code, pointer, parameter, all, violations, decisionId, nextDueOn, requestId);
    }

    public Problem withViolations(List<Violation> found, String decision) {
        List<Violation> all = List.copyOf(found);
        return new Problem(type, title, status, code, pointer, parameter, errors, all, decision, nextDueOn, requestId);
    }

    public Problem withNextDueOn(@Nullable LocalDate date) {
        return new Problem(
                type, title, status, code, pointer, parameter, errors, violations, decisionId, date, requestId);
    }

    Problem withRequestId(String id) {
        return new Problem(
                type, title, status, code, pointer, parameter, errors, violations, decisionId, nextDueOn, id);
    }
}
