package feewright.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How Stripe is called. The key is a secret: it comes from the environment and is never printed. {@code retries} is how often the
 * library sends a request again, under the same idempotency key. Settings that cannot be meant are refused with an
 * IllegalArgumentException that says which, and not what they were.
 */
public record StripeSettings(String secretKey, URI baseAddress, Timeouts timeouts, int retries, boolean live) {

    /** Where Stripe is. */
    public static final URI STRIPE = URI.create("https://api.stripe.com");

    /** A minute of silence, twice: what Stripe takes at most, and less than the outbox leaves an errand with a worker. */
    public static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));

    /** The outbox hands an errand out again after three minutes: by then, nobody may be at it any more. */
    private static final Duration LONGEST = Duration.ofSeconds(170);

    /** The library waits at most so long before it sends again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Pattern KEY = Pattern.compile("(sk|rk)_(live|test)_[A-Za-z0-9_]+");

    /** How long to wait for a connection, and for the whole answer once there is one. */
    public record Timeouts(Duration connect, Duration read) {

        public Timeouts {
            if (!connect.isPositive() || !read.isPositive()) {
                throw new IllegalArgumentException("Stripe's timeouts have to be above zero");
            }
        }
    }

    public StripeSettings {
        if (!KEY.matcher(secretKey).matches()) {
            throw new IllegalArgumentException("Stripe's key is not a secret or restricted key (sk_… or rk_…)");
        }
        if (secretKey.startsWith("_live_", 2) != live) {
            throw new IllegalArgumentException(
                    "Stripe's key is of the other mode than the setting says (live or test)");
        }
        boolean readable = "http".equals(baseAddress.getScheme());
        if (baseAddress.getHost() == null || !("https".equals(baseAddress.getScheme()) || readable)) {
            throw new IllegalArgumentException("Stripe's address is not an http(s) address");
        }
        if (readable && live) {
            throw new IllegalArgumentException("A live key is only sent over https");
        }
        if (retries < 0 || longest(timeouts, retries).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Stripe's timeouts times its tries take longer than " + LONGEST);
        }
    }

    /** The usual settings for a key, live or not as the key itself says. */
    public static StripeSettings of(String secretKey) {
        return new StripeSettings(secretKey, STRIPE, PATIENT, 1, secretKey.startsWith("_live_", 2));
    }

    /** The base address as the library puts paths to it. */
    String base() {
        String address = baseAddress.toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static Duration longest(Timeouts timeouts, int retries) {
        return timeouts.connect()
                .plus(timeouts.read())
                .multipliedBy(retries + 1L)
                .plus(PAUSE.multipliedBy(retries));
    }

    @Override
    public String toString() {
        return "StripeSettings[" + baseAddress + ", " + timeouts + ", retries=" + retries + ", live=" + live + "]";
    }
}
