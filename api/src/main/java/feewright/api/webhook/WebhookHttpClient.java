package feewright.api.webhook;

import feewright.webhook.DeliveryAttempt.Result;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to an address that a firm named, and reads no more of the answer than its status and Retry-After. Follows nothing,
 * remembers nothing, and takes so long in all and no longer.
 */
public final class WebhookHttpClient implements AutoCloseable {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-watch").daemon().factory());

    public WebhookHttpClient(WebhookSettings settings) {
        timeout = settings.timeout();
        Timeout each = Timeout.of(timeout);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(settings.allowInsecure()))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .setMaxConnTotal(settings.workers())
                        .setMaxConnPerRoute(settings.workers())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(each)
                        .setConnectionRequestTimeout(each)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Feewright")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /** What came of a request, and how long the receiver asked to wait (null for not). */
    record Response(Result result, @Nullable Duration retryAfter) {}

    Response send(String url, byte[] body, Map<String, String> headers) {
        HttpPost request = new HttpPost(URI.create(url));
        headers.forEach(request::setHeader);
        request.setHeader(HttpHeaders.CONNECTION, "close");
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end = watch.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(HttpHost.create(request.getUri()), request, null);
            return new Response(new Result.Responded(response.getCode()), retryAfter(response));
        } catch (IOException | URISyntaxException | RuntimeException failure) {
            return new Response(new Result.NoResponse(code(failure, request.isAborted())), null);
        } finally {
            end.cancel(false);
            // Closes the connection without reading on: a body may be endless.
            request.abort();
        }
    }

    /** The reason as a code. A receiver's words are nobody's business. */
    private static String code(Exception failure, boolean aborted) {
        return switch (failure) {
            case CheckedNames.AddressRefused _ -> "address_refused";
            case UnknownHostException _ -> "name_unknown";
            case SSLException _ -> aborted ? "timeout" : "tls_failed";
            case InterruptedIOException _ -> "timeout";
            default -> aborted ? "timeout" : "unreachable";
        };
    }

    /** Seconds only: a date would have to be believed by a clock that is not ours. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        String value = header == null ? null : header.getValue();
        return value != null && value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
