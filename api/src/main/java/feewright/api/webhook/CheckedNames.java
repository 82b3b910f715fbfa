package feewright.api.webhook;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a name, and gives none of a name that has one in a network of our own. What is checked here is what is
 * connected to, so that a name cannot mean something else a moment later (DNS rebinding).
 */
final class CheckedNames implements DnsResolver {

    private final boolean allowInsecure;

    CheckedNames(boolean allowInsecure) {
        this.allowInsecure = allowInsecure;
    }

    /** The name has an address that nothing is sent to. */
    static final class AddressRefused extends UnknownHostException {

        @Serial
        private static final long serialVersionUID = 1;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowInsecure && !Addresses.isPublic(address)) {
                throw new AddressRefused();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
