package feewright.api.traffic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.util.NetMask;
import org.jspecify.annotations.Nullable;

/** The proxies that are believed. Whoever comes from elsewhere is who the connection says, whatever the headers say. */
record Proxies(List<NetMask> trusted, ForwardedBy forwarded) {

    /** A provider gives a household so many bits of an IPv6 address: whoever has one has all beside it. */
    private static final int NETWORK_BYTES = 8;

    private static final int LONGEST_NAME = 64;

    /** Fails if an address or network cannot be read. */
    static Proxies of(TrafficSettings settings) {
        return new Proxies(settings.proxies().stream().map(NetMask::new).toList(), settings.forwarded());
    }

    /** The last that no trusted proxy is: those before it are its own words. */
    Sender of(Request request) {
        String address = request.getRemoteAddr();
        if (!isTrusted(address)) {
            return new Sender(address, key(address), request.isSecure(), false);
        }
        boolean isTls = request.isSecure() || forwarded.isTls(request);
        for (String told : forwarded.addresses(request).reversed()) {
            address = withoutPort(told);
            if (!isTrusted(address)) {
                return new Sender(address, key(address), isTls, false);
            }
        }
        return new Sender(address, key(address), isTls, true);
    }

    boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    private boolean isTrusted(String address) {
        InetAddress read = read(address);
        return read != null && isTrusted(read);
    }

    private static String key(String address) {
        return read(address) instanceof Inet6Address long6
                ? HexFormat.of().formatHex(Arrays.copyOf(long6.getAddress(), NETWORK_BYTES))
                : address;
    }

    private static @Nullable InetAddress read(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** {@code [2001:db8::1]:443} and {@code 192.0.2.1:443} name their ports; a bare IPv6 address has none. */
    private static String withoutPort(String told) {
        int bracket = told.indexOf(']');
        boolean isBracketed = told.startsWith("[") && bracket > 0;
        int colon = told.indexOf(':');
        boolean hasPort = colon > 0 && colon == told.lastIndexOf(':');
        String bare = isBracketed ? told.substring(1, bracket) : hasPort ? told.substring(0, colon) : told;
        return bare.substring(0, Math.min(bare.length(), LONGEST_NAME));
    }
}
