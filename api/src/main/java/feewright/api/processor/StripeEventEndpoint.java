package feewright.api.processor;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe's webhooks land. The signature is the key, in place of a token. */
@RestController
@Hidden
record StripeEventEndpoint(StripeWebhook webhook) {

    @PostMapping(path = "/v1/stripe/events")
    ResponseEntity<Void> take(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
        webhook.take(body == null ? new byte[0] : body, signature).ifPresent(code -> {
            throw new ProblemException(
                    Problem.of(ProblemCode.EVENT_REFUSED).withErrors(List.of(new Problem.Fault(code, ""))));
        });
        return ResponseEntity.ok().build();
    }
}
