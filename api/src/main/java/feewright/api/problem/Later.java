package feewright.api.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a caller is told who should ask again. */
final class Later {

    private static final int SECONDS = 5;

    private Later() {}

    /** The header Retry-After, where something is away; none otherwise. */
    static HttpHeaders of(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
        }
        return headers;
    }
}
