package feewright.api.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What is wrong with an address that is to be told: where it leads is looked at each time something is sent there. */
final class WebhookUrl {

    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65_535;

    private WebhookUrl() {}

    /** The code of the first fault, if there is one. */
    static Optional<String> fault(String text, boolean allowInsecure) {
        if (text.length() > LONGEST) {
            return Optional.of("url-too-long");
        }
        try {
            return fault(new URI(text), allowInsecure);
        } catch (URISyntaxException unreadable) {
            return Optional.of("url-unreadable");
        }
    }

    private static Optional<String> fault(URI url, boolean allowInsecure) {
        String scheme = String.valueOf(url.getScheme());
        boolean isHttp = scheme.equalsIgnoreCase("http");
        if (!isHttp && !scheme.equalsIgnoreCase("https")) {
            return Optional.of("url-not-https");
        }
        if (url.getHost() == null || !url.toASCIIString().equals(url.toString())) {
            return Optional.of("url-unreadable");
        }
        if (isHttp && !allowInsecure) {
            return Optional.of("url-not-https");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("url-has-user-info");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("url-has-fragment");
        }
        return url.getPort() == 0 || url.getPort() > HIGHEST_PORT ? Optional.of("url-unreadable") : Optional.empty();
    }
}
