package feewright.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.stripe.net.Webhook;
import feewright.stripe.EventCheck.About;
import feewright.stripe.EventCheck.Refused;
import feewright.stripe.EventCheck.Verified;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: whatever comes, the answer is a value (requirement W3). */
class StripeEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SECRET = "whsec_current";
    private static final String BODY = """
        {"id": "evt_1", "object": "event", "api_version": "2026-07-29.dahlia", "account": "acct_1",
         "created": 1795341540, "livemode": false, "type": "payment_intent.succeeded",
         "data": {"object": {"id": "pi_1", "object": "payment_intent"}}}
        """;

    private final StripeEvents events = new StripeEvents(List.of("whsec_last", SECRET), InstantSource.fixed(NOW));

    @Test
    void a_signed_event_is_verified_and_named() {
        assertThat(check(BODY))
                .isEqualTo(new Verified(
                        "evt_1",
                        "payment_intent.succeeded",
                        "acct_1",
                        false,
                        Instant.ofEpochSecond(1795341540),
                        new About("payment_intent", "pi_1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_last", SECRET})
    void each_of_several_secrets_will_do(String secret) {
        assertThat(events.check(bytes(BODY), signed(BODY, secret, NOW))).isInstanceOf(Verified.class);
    }

    @Test
    void one_of_several_signatures_will_do() {
        String two = signed(BODY, "whsec_elsewhere", NOW) + ","
                + signed(BODY, SECRET, NOW).split(",", 2)[1];

        assertThat(events.check(bytes(BODY), two)).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        -                                | signature-missing
        ''                               | signature-missing
        '  '                             | signature-missing
        x                                | signature-malformed
        t                                | signature-malformed
        t=                               | signature-malformed
        t=,v1=                           | signature-malformed
        t=abc,v1=00                      | signature-malformed
        t=-1,v1=00                       | signature-malformed
        t=99999999999999999999,v1=00     | signature-malformed
        t=1.5,v1=00                      | signature-malformed
        v1=00                            | signature-malformed
        t=1795341600,v1                  | signature-malformed
        ,,,                              | signature-malformed
        '=,='                            | signature-malformed
        t=1795341600                     | signature-mismatch
        t=1795341600,v0=00               | signature-mismatch
        t=1795341600,v1=                 | signature-mismatch
        t=1795341600,v1=00               | signature-mismatch
        'T=1795341600,V1=00'             | signature-malformed
        """)
    void a_header_that_is_not_a_signature_is_refused(String header, String code) {
        assertThat(events.check(bytes(BODY), header)).isEqualTo(new Refused(code));
    }

    @Test
    void another_secret_or_a_changed_body_is_refused() {
        String signature = signed(BODY, SECRET, NOW);

        assertThat(events.check(bytes(BODY), signed(BODY, "whsec_elsewhere", NOW)))
                .isEqualTo(new Refused("signature-mismatch"));
        assertThat(events.check(bytes(BODY + " "), signature)).isEqualTo(new Refused("signature-mismatch"));
        assertThat(events.check(new byte[] {(byte) 0xff, (byte) 0xfe}, signature))
                .isEqualTo(new Refused("signature-mismatch"));
    }

    @ParameterizedTest
    @CsvSource({
        "-301, timestamp-too-old",
        "-999999999, timestamp-too-old",
        "301, timestamp-too-new",
        "999999999, timestamp-too-new"
    })
    void a_signature_is_good_for_five_minutes_in_either_direction(long seconds, String code) {
        assertThat(events.check(bytes(BODY), signed(BODY, SECRET, NOW.plusSeconds(seconds))))
                .isEqualTo(new Refused(code));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void a_signature_within_five_minutes_is_taken(long seconds) {
        assertThat(events.check(bytes(BODY), signed(BODY, SECRET, NOW.plusSeconds(seconds))))
                .isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                     | body_unreadable
        []                                                       | body_unreadable
        17                                                       | body_unreadable
        {"id": "evt_1"                                           | body_unreadable
        <html></html>                                            | body_unreadable
        {}                                                       | event-unnamed
        {"id": null, "type": "a.b", "livemode": false}           | event-unnamed
        {"id": 7, "type": "a.b", "livemode": false}              | event-unnamed
        {"id": "a card number", "type": "a", "livemode": false}  | event-unnamed
        {"id": "evt_1", "type": {"a": 1}, "livemode": false}     | event-unnamed
        {"id": "evt_1", "type": "", "livemode": false}           | event-unnamed
        {"id": "evt_1", "type": "a.b"}                           | livemode-missing
        {"id": "evt_1", "type": "a.b", "livemode": "false"}      | livemode-missing
        """)
    void a_signed_body_that_is_no_event_is_refused(String body, String code) {
        assertThat(check(body)).isEqualTo(new Refused(code));
    }

    @Test
    void an_empty_or_bottomless_body_is_refused() {
        String bottomless = "[".repeat(100_000);

        assertThat(check("")).isEqualTo(new Refused("body-empty"));
        assertThat(check(bottomless)).isEqualTo(new Refused("body_unreadable"));
        assertThat(check("{\"a\":".repeat(100_000))).isEqualTo(new Refused("body_unreadable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true}",
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true, \"created\": 1e400, \"data\": 7}",
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true, \"created\": null, \"data\": null}",
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true, \"account\": 7, \"data\": {\"object\":"
                        + " []}}",
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true, \"created\": \"yesterday\"}",
                "{\"id\": \"evt_1\", \"type\": \"a.b\", \"livemode\": true, \"created\": 999999999999999}"
            })
    void an_event_of_which_only_the_name_can_be_read_is_kept(String body) {
        assertThat(check(body)).isEqualTo(new Verified("evt_1", "a.b", null, true, NOW, new About(null, null)));
    }

    @Test
    void a_newer_kind_of_event_writes_its_time_as_text() {
        EventCheck check = check("{\"id\": \"evt_1\", \"object\": \"v2.core.event\", \"livemode\": false,"
                + " \"type\": \"v2.core.account[requirements].updated\", \"created\": \"2026-11-22T09:59:00.5Z\"}");

        assertThat(check)
                .isEqualTo(new Verified(
                        "evt_1",
                        "v2.core.account[requirements].updated",
                        null,
                        false,
                        Instant.parse("2026-11-22T09:59:00.5Z"),
                        new About(null, null)));
    }

    @Test
    void without_a_secret_there_are_no_webhooks() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StripeEvents(List.of(), InstantSource.system()));
        assertThatIllegalArgumentException().isThrownBy(() -> new StripeEvents(List.of(" "), InstantSource.system()));
    }

    private EventCheck check(String body) {
        return events.check(bytes(body), signed(body, SECRET, NOW));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(String body, String secret, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
