package feewright.api.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An identity as the filter chain carries it. Holds no token: nothing after the verification needs it. */
final class IdentityAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Identity identity;

    IdentityAuthentication(Identity identity) {
        super(List.of());
        this.identity = identity;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }
}
