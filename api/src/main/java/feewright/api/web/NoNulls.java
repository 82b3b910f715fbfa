package feewright.api.web;

import feewright.api.json.StrictJson;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a body in which something is null, where leaving it out means more: a caller whose variable is unset must not be taken
 * for one who asks for everything.
 */
final class NoNulls {

    private static final JsonMapper MAPPER = StrictJson.mapper();

    private NoNulls() {}

    /** Refuses with 422, naming each field that is null; a body that is null is refused as missing. No body at all is fine. */
    static void check(byte[] body) {
        if (body.length == 0) {
            return;
        }
        JsonNode tree = MAPPER.readTree(body);
        if (tree.isNull()) {
            throw new Refused(ProblemCode.BODY_MISSING);
        }
        List<Problem.Fault> faults = tree.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .map(name -> new Problem.Fault("null", "/" + name))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(Problem.of(ProblemCode.INVALID_FIELDS).withErrors(faults));
        }
    }
}
