package feewright.api.problem;

import feewright.api.json.UnreadableText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that JSON reading refused. Takes the place from the exception, and never its message: that quotes. */
final class UnreadableBody {

    private static final int LONGEST_POINTER = 200;

    private UnreadableBody() {}

    static Problem of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Problem.of(ProblemCode.UNKNOWN_FIELD).at(parent(unknown)).withErrors(List.of(known(unknown)));
            case UnreadableText text -> Problem.of(code(text)).at(pointer(text.getPath()));
            case InputCoercionException number ->
                Problem.of(ProblemCode.NUMBER_OUT_OF_RANGE).at(pointer(number.getPath()));
            case StreamConstraintsException _ -> Problem.of(ProblemCode.JSON_TOO_COMPLEX);
            case StreamReadException malformed ->
                Problem.of(isDuplicate(malformed) ? ProblemCode.DUPLICATE_KEY : ProblemCode.MALFORMED_JSON);
            case JacksonException other when other.getCause() instanceof JacksonException inner -> of(inner);
            case JacksonException more
            when more.getOriginalMessage().startsWith("Trailing token") -> Problem.of(ProblemCode.MALFORMED_JSON);
            case JacksonException mismatch -> Problem.of(ProblemCode.WRONG_TYPE).at(pointer(mismatch.getPath()));
            case null -> Problem.of(ProblemCode.BODY_MISSING);
            default -> Problem.of(ProblemCode.MALFORMED_JSON);
        };
    }

    private static ProblemCode code(UnreadableText text) {
        return ProblemCode.valueOf(text.code().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static boolean isDuplicate(StreamReadException malformed) {
        return malformed.getOriginalMessage().startsWith("Duplicate Object property");
    }

    /** An unknown name is the caller's own word: the pointer names the object that holds it. */
    private static String parent(UnrecognizedPropertyException unknown) {
        List<JacksonException.Reference> path = unknown.getPath();
        return pointer(path.isEmpty() ? path : path.subList(0, path.size() - 1));
    }

    private static Problem.Fault known(UnrecognizedPropertyException unknown) {
        String fields = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem.Fault("known-fields", null, fields);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) : pointer.toString();
    }
}
