package feewright.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no endpoint is reached: in filters, and on the error page, to which no filter leads. */
@Component
public record ProblemWriter(JsonMapper json) {

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        Later.of(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(Problem.MEDIA_TYPE);
        ContainerAnswer.HEADERS.forEach(response::setHeader);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
