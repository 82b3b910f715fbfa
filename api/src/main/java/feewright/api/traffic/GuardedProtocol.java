package feewright.api.traffic;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over the guarded endpoint. Public and without arguments because Tomcat makes it by name. */
public final class GuardedProtocol extends Http11NioProtocol {

    public GuardedProtocol() {
        super(new GuardedEndpoint());
    }

    void limit(GuardedEndpoint.Limits limits) {
        ((GuardedEndpoint) getEndpoint()).limit(limits);
    }
}
