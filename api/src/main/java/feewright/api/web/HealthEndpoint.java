package feewright.api.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server takes requests. It looks no further: one that cannot reach its database should not be restarted for it. */
@RestController
final class HealthEndpoint {

    @GetMapping(path = "/health", produces = "application/json")
    Map<String, String> health() {
        return Map.of("status", "up");
    }
}
