package feewright.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may go that firms name the address of. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.8.9.10",
                "127.1",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void nothing_is_sent_into_a_network_of_our_own(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new CheckedNames(false).resolve(address))
                .isInstanceOf(CheckedNames.AddressRefused.class);
        assertThat(new CheckedNames(true).resolve(address)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "::ffff:1.1.1.1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::200e"
            })
    void what_anybody_reaches_is_reached(String address) throws UnknownHostException {
        assertThat(new CheckedNames(false).resolve(address)).hasSize(1);
    }

    @Test
    void a_name_is_judged_by_what_it_means() {
        assertThatThrownBy(() -> new CheckedNames(false).resolve("localhost"))
                .isInstanceOf(CheckedNames.AddressRefused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example/hook?token=abc,     ''",
        "https://receiver.example:8443,               ''",
        "HTTPS://receiver.example/,                   ''",
        "https://[2606:4700:4700::1111]/,             ''",
        "http://receiver.example/,                    url-not-https",
        "ftp://receiver.example/,                     url-not-https",
        "file:///etc/passwd,                          url-not-https",
        "javascript:alert(1),                         url-not-https",
        "receiver.example,                            url-not-https",
        "'',                                          url-not-https",
        "https:///hook,                               url-unreadable",
        "https:receiver.example,                      url-unreadable",
        "https://receiver.example:0/,                 url-unreadable",
        "https://receiver.example:65536/,             url-unreadable",
        "https://receiver.example/a b,                url-unreadable",
        "https://receiver.example/\u202e,             url-unreadable",
        "https://bücher.example/,                     url-unreadable",
        "https://user:word@receiver.example/,         url-has-user-info",
        "https://receiver.example/#part,              url-has-fragment",
    })
    void an_address_is_https_with_a_host_and_nothing_to_deceive(String url, String fault) {
        assertThat(WebhookUrl.fault(url, false).orElse("")).isEqualTo(fault);
    }

    @Test
    void an_address_has_a_length() {
        assertThat(WebhookUrl.fault("https://receiver.example/" + "a".repeat(2000), false))
                .contains("url-too-long");
    }

    @Test
    void a_demo_may_be_told_by_http() {
        assertThat(WebhookUrl.fault("http://localhost:9000/hook", true)).isEmpty();
        assertThat(WebhookUrl.fault("ftp://localhost/hook", true)).contains("url-not-https");
    }
}
