package feewright.api.problem;

import feewright.platform.StorageUnavailable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside of every endpoint. */
@Controller
record ErrorPage(ProblemWriter writer, DefectLog defects) implements ErrorController {

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(response, problem(request));
    }

    private Problem problem(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status < 500) {
            return ContainerProblems.of(status);
        }
        Throwable thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable found
                ? found
                : new IllegalStateException("a failure without an exception");
        return switch (thrown) {
            case StorageUnavailable _ -> Problem.of(ProblemCode.UNAVAILABLE);
            case AuthenticationServiceException _ -> Problem.of(ProblemCode.KEYS_UNAVAILABLE);
            default -> Problem.of(ProblemCode.INTERNAL_ERROR).withRequestId(defects.log(thrown));
        };
    }
}
