package feewright.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.net.HttpHeaders;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.ProcessorResponse;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of the library means. Its message is Stripe's words, or worse the body that could not be read, so nothing but codes
 * is taken from it, and it is passed to nobody.
 */
record Trouble(StripeException thrown) {

    /** What a person has to put right first (a key, an account) is not worth asking every half minute. */
    static final Duration A_PERSON_IS_NEEDED = Duration.ofMinutes(15);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** What it means for a charge. */
    ProcessorResponse charged() {
        StripeError error = thrown.getStripeError();
        if (error == null) {
            return thrown.getCause() instanceof ConnectException
                    ? ProcessorResponse.of(new AttemptUpdate.NotSent("unreachable"))
                    : unknown();
        }
        return switch (thrown) {
            case CardException _ -> ProcessorResponse.of(PaymentError.of(error).report(reference(error), false));
            case IdempotencyException _ -> unknown();
            case RateLimitException _ -> inDoubt() ? unknown() : notSent(null);
            case InvalidRequestException _ ->
                ProcessorResponse.of(new AttemptUpdate.Failed(
                        reference(error), PaymentError.of(error).failure(true)));
            case AuthenticationException _ -> inDoubt() ? unknown() : notSent(A_PERSON_IS_NEEDED);
            default -> unknown();
        };
    }

    /** What it means for a refund: only a parsed refusal is one. */
    RefundProcessor.Response refunded() {
        StripeError error = thrown.getStripeError();
        boolean refused = error != null && (thrown instanceof CardException || isRefusal());
        return refused
                ? RefundProcessor.Response.of(new RefundUpdate.Failed(null, code()))
                : new RefundProcessor.Response(new RefundUpdate.Unanswered(code()), retryAfter());
    }

    /** A 429 is the library's child of a refusal, and refuses nothing. */
    private boolean isRefusal() {
        return thrown instanceof InvalidRequestException
                && !(thrown instanceof RateLimitException)
                && !(thrown instanceof IdempotencyException);
    }

    /** What it means where nothing was to be charged: that it could not be asked. */
    ProcessorResponse unknown() {
        return new ProcessorResponse(new AttemptUpdate.Unknown(code()), retryAfter());
    }

    /** How it went wrong, in one code. */
    String code() {
        StripeError error = thrown.getStripeError();
        if (error == null) {
            return thrown instanceof ApiConnectionException ? lost() : "unreadable";
        }
        int status = thrown.getStatusCode() == null ? 0 : thrown.getStatusCode();
        if (thrown instanceof IdempotencyException) {
            return "idempotency_error";
        }
        return Codes.code(error.getCode(), "http-" + status);
    }

    boolean isMissing() {
        return thrown instanceof InvalidRequestException && "resource_missing".equals(thrown.getCode());
    }

    private ProcessorResponse notSent(@Nullable Duration otherwise) {
        Duration asked = retryAfter();
        return new ProcessorResponse(new AttemptUpdate.NotSent(code()), asked == null ? otherwise : asked);
    }

    private String lost() {
        return switch (thrown.getCause()) {
            case ConnectException _ -> "unreachable";
            case SocketTimeoutException ours when "timeout".equals(ours.getMessage()) -> "timeout";
            case null, default -> "connection_lost";
        };
    }

    private boolean inDoubt() {
        HttpHeaders headers = headers();
        return headers != null && headers.firstValue(Sends.IN_DOUBT).isPresent();
    }

    private @Nullable Duration retryAfter() {
        HttpHeaders headers = headers();
        String said = headers == null ? null : headers.firstValue("Retry-After").orElse(null);
        if (said == null || !SECONDS.matcher(said).matches()) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(said));
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private @Nullable HttpHeaders headers() {
        StripeError error = thrown.getStripeError();
        return error == null || error.getLastResponse() == null
                ? null
                : error.getLastResponse().headers();
    }

    private static @Nullable String reference(StripeError error) {
        PaymentIntent intent = error.getPaymentIntent();
        return intent == null ? null : Codes.id(intent.getId());
    }
}
