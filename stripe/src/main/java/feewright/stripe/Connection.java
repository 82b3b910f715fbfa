package feewright.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;

/** The library's client, and what goes with each call. */
final class Connection {

    private Connection() {}

    /** Telemetry is the library's only setting for the whole JVM that is touched: it would write a file into the home directory. */
    static StripeClient to(StripeSettings settings) {
        Stripe.enableTelemetry = false;
        return StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.base())
                .setMaxNetworkRetries(settings.retries())
                .setHttpClient(new Transport(settings.timeouts()))
                .build();
    }

    static RequestOptions options(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    static RequestOptions options(String account, String key) {
        return RequestOptions.builder()
                .setStripeAccount(account)
                .setIdempotencyKey(key)
                .build();
    }
}
