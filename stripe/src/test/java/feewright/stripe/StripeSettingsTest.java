package feewright.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSettingsTest {

    private static final String SECRET = "veryMuchOfASecret";

    @Test
    void the_key_is_never_printed() {
        StripeSettings settings = StripeSettings.of("sk_test_" + SECRET);

        assertThat(settings.toString()).doesNotContain(SECRET).contains("live=false");
        assertThat(settings.live()).isFalse();
        assertThat(StripeSettings.of("rk_live_" + SECRET).live()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pk_test_veryMuchOfASecret, https://api.stripe.com, 1, false",
        "veryMuchOfASecret,         https://api.stripe.com, 1, false",
        "sk_live_veryMuchOfASecret, https://api.stripe.com, 1, false",
        "sk_test_veryMuchOfASecret, https://api.stripe.com, 1, true",
        "sk_live_veryMuchOfASecret, http://api.stripe.com,  1, true",
        "sk_test_veryMuchOfASecret, ftp://api.stripe.com,   1, false",
        "sk_test_veryMuchOfASecret, api.stripe.com,         1, false",
        "sk_test_veryMuchOfASecret, https://api.stripe.com, -1, false",
        "sk_test_veryMuchOfASecret, https://api.stripe.com, 2, false"
    })
    void settings_that_cannot_be_meant_are_refused_without_the_key(
            String key, String address, int retries, boolean live) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StripeSettings(key, URI.create(address), StripeSettings.PATIENT, retries, live))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain(SECRET));
    }

    @Test
    void a_call_is_over_before_the_outbox_hands_its_errand_out_again() {
        StripeSettings.Timeouts longest = new StripeSettings.Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(80));

        assertThat(new StripeSettings("sk_test_x", StripeSettings.STRIPE, longest, 0, false).retries())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StripeSettings("sk_test_x", StripeSettings.STRIPE, longest, 1, false));
    }

    @Test
    void a_timeout_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StripeSettings.Timeouts(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
