package feewright.api.problem;

import feewright.platform.BreakGlassSessionEnded;
import feewright.platform.ConcurrentChange;
import feewright.platform.StorageUnavailable;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever ends a request into a problem. The last resort logs where it happened, and no message: messages quote. */
@RestControllerAdvice
class ProblemAdvice {

    private final DefectLog defects;

    ProblemAdvice(DefectLog defects) {
        this.defects = defects;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException refused) {
        return answer(refused.problem(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> over(BreakGlassSessionEnded over) {
        return answer(Problem.of(ProblemCode.BREAK_GLASS_SESSION_OVER), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> changed(ConcurrentChange change) {
        return answer(Problem.conflict(change.code()), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> away(StorageUnavailable away) {
        return answer(Problem.of(ProblemCode.UNAVAILABLE), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageConversionException unreadable) {
        return answer(UnreadableBody.of(unreadable.getCause()), HttpHeaders.EMPTY);
    }

    /** An id in the path that is none names nothing; a parameter is the caller's mistake. */
    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException mismatch) {
        Problem problem = mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.of(ProblemCode.NOT_FOUND)
                : Problem.of(ProblemCode.PARAMETER_INVALID)
                        .ofParameter(
                                mismatch.getPropertyName() == null ? mismatch.getName() : mismatch.getPropertyName());
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return answer(
                Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter(missing.getParameterName()), HttpHeaders.EMPTY);
    }

    /** Null where the caller has hung up: there is nobody to answer, and nothing is wrong here. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> other(Exception thrown) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        ProblemCode code = switch (thrown) {
            case HttpRequestMethodNotSupportedException _ -> ProblemCode.METHOD_NOT_ALLOWED;
            case HttpMediaTypeNotAcceptableException _ -> ProblemCode.NOT_ACCEPTABLE;
            case HttpMediaTypeNotSupportedException _ -> ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
            case InvalidParameterException _, RequestRejectedException _ -> ProblemCode.BAD_REQUEST;
            case TypeMismatchException _ -> ProblemCode.PARAMETER_INVALID;
            case ErrorResponse known when known.getStatusCode().value() == 404 -> ProblemCode.NOT_FOUND;
            case ErrorResponse known when known.getStatusCode().is4xxClientError() -> ProblemCode.BAD_REQUEST;
            default -> ProblemCode.INTERNAL_ERROR;
        };
        if (code == ProblemCode.INTERNAL_ERROR) {
            return answer(Problem.of(code).withRequestId(defects.log(thrown)), HttpHeaders.EMPTY);
        }
        HttpHeaders headers = thrown instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return answer(Problem.of(code), headers);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .headers(Later.of(problem))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
