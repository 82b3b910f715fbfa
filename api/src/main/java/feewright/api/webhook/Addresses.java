package feewright.api.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which addresses a firm may have requests sent to: those that anybody on the internet reaches, and nothing of the network that this
 * server stands in (server-side request forgery). IANA's registries of special-purpose addresses, RFC 6890, are the source.
 */
final class Addresses {

    /** A range: as many leading bits of the address. */
    private static final class Range {

        private final byte[] start;
        private final int bits;

        private Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(bytes(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            return address.length == start.length
                    && IntStream.range(0, bits).allMatch(bit -> bit(address, bit) == bit(start, bit));
        }

        private static int bit(byte[] address, int place) {
            return address[place / Byte.SIZE] >> (Byte.SIZE - 1 - place % Byte.SIZE) & 1;
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("a literal needs no name server", impossible);
            }
        }
    }

    private static final List<Range> SPECIAL_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Range::of)
            .toList();

    /** All that is reached lies in here, less what follows: mapped, translated, tunnelled, local and documentation addresses do not. */
    private static final Range GLOBAL_V6 = Range.of("2000::/3");

    private static final List<Range> SPECIAL_V6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Range::of)
            .toList();

    private Addresses() {}

    /** Whether anybody reaches it. An IPv4 address within an IPv6 one is judged as what Java makes of it: the IPv4 address. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(range -> range.contains(bytes))
                : GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(range -> range.contains(bytes));
    }
}
