package feewright.api.web;

import feewright.api.json.StrictJson;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a body in which something is null, at any depth (requirement W5). What may be left out mostly means more when it is: a caller
 * whose variable is unset must not be taken for one who asks for everything. No field has null as a value, so there is no exception.
 */
final class NoNulls {

    private static final JsonMapper MAPPER = StrictJson.mapper();
    /** As many as anybody reads: a body may hold a hundred thousand of them. */
    private static final int MOST_NAMED = 100;

    private NoNulls() {}

    /** Refuses with 422, pointing to what is null; a body that is null is refused as missing. No body at all is fine. */
    static void check(byte[] body) {
        List<Problem.Fault> faults = faults(body);
        if (faults.isEmpty()) {
            return;
        }
        if (faults.contains(new Problem.Fault("null", ""))) {
            throw new ProblemException(ProblemCode.BODY_MISSING);
        }
        throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS).withErrors(faults));
    }

    private static List<Problem.Fault> faults(byte[] body) {
        List<Problem.Fault> faults = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(body)) {
            for (JsonToken token = parser.nextToken();
                    token != null && faults.size() < MOST_NAMED;
                    token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NULL) {
                    faults.add(new Problem.Fault(
                            "null", parser.streamReadContext().pathAsPointer().toString()));
                }
            }
        }
        return faults;
    }
}
