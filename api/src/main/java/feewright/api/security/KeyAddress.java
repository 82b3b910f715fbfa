package feewright.api.security;

import java.net.InetAddress;
import java.net.URI;

/** Where the keys are read from that decide who is who: over TLS, or from this very machine. */
final class KeyAddress {

    private KeyAddress() {}

    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || isHere(uri));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isHere(URI uri) {
        String host = uri.getHost();
        return "http".equals(uri.getScheme()) && (host.equals("localhost") || isLoopback(host));
    }

    /** Only an address that is written as one: what a name leads to can change. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
