package feewright.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the library's requests go out. Its own client is HttpURLConnection, which sends a POST again after a reset unless the whole JVM is
 * told not to, reads on for as long as something trickles in, and reads bodies of any size. The JDK's newer client sends a POST
 * once, and an answer has to be complete within one deadline.
 */
final class Transport extends HttpClient {

    /** A page of a hundred payments is about 400 kB. */
    private static final long LONGEST_ANSWER_BYTES = 4L << 20;

    private final java.net.http.HttpClient http;
    private final StripeSettings.Timeouts timeouts;

    Transport(StripeSettings.Timeouts timeouts) {
        this.timeouts = timeouts;
        this.http = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .build();
    }

    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws StripeException {
        return new Sends(this).requestWithRetries(request);
    }

    /** Sends once. A message of ours is all that the exception of a failure carries. */
    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        CompletableFuture<HttpResponse<String>> sent = http.sendAsync(
                prepared(request),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER_BYTES));
        try {
            return answer(sent.get(timeouts.connect().plus(timeouts.read()).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            sent.cancel(true);
            throw unanswered("timeout");
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", new IOException("interrupted"));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ConnectException
                            || failed.getCause() instanceof HttpConnectTimeoutException
                    ? new ApiConnectionException("unreachable", new ConnectException("unreachable"))
                    : unanswered("connection_lost");
        }
    }

    /** The library sends again after this cause, and after a refused connection, but after no other. */
    static ApiConnectionException unanswered(String code) {
        return new ApiConnectionException(code, new SocketTimeoutException(code));
    }

    private static HttpRequest prepared(StripeRequest request) throws ApiConnectionException {
        try {
            HttpRequest.Builder prepared = HttpRequest.newBuilder(request.url().toURI());
            request.headers().map().forEach((name, values) -> prepared.setHeader(name, String.join(",", values)));
            prepared.setHeader("User-Agent", buildUserAgentString(request));
            prepared.setHeader("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
            if (request.content() == null) {
                return prepared.method(request.method().name(), HttpRequest.BodyPublishers.noBody())
                        .build();
            }
            return prepared.setHeader("Content-Type", request.content().contentType())
                    .method(
                            request.method().name(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    request.content().byteArrayContent()))
                    .build();
        } catch (URISyntaxException _) {
            throw new ApiConnectionException("unreachable", new ConnectException("unreachable"));
        }
    }

    /** Without Stripe-Notice, which the library writes into the log: words. */
    private static StripeResponse answer(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeIf("Stripe-Notice"::equalsIgnoreCase);
        return new StripeResponse(answer.statusCode(), HttpHeaders.of(headers), answer.body());
    }
}
