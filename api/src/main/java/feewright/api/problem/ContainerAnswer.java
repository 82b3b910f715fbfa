package feewright.api.problem;

import feewright.api.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where the container does so itself, before any filter. */
public final class ContainerAnswer {

    /** What browsers may do with an answer that is no page: nothing. */
    public static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff", "Content-Security-Policy", NO_PAGE, "Cache-Control", "no-store");

    private static final Logger LOG = LoggerFactory.getLogger(ContainerAnswer.class);

    private static final JsonMapper JSON = StrictJson.mapper();

    private ContainerAnswer() {}

    /** Answers what no endpoint will see, and leaves one line that says so: nothing of the request is in it. */
    public static void refuse(Response response, Problem problem) throws IOException {
        LOG.info("refused before any endpoint: {} {}", problem.status(), problem.code());
        write(response, problem);
    }

    /** Writes the whole answer. */
    public static void write(Response response, Problem problem) throws IOException {
        byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        HEADERS.forEach(response::setHeader);
        response.getOutputStream().write(body);
        response.finishResponse();
    }
}
