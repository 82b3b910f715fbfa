package feewright.api.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An identity as the filter chain carries it. Holds no token: nothing after the verification needs it. */
final class IdentityAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Identity identity;

    IdentityAuthentication(Identity identity) {
        super(identity.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.code()))
                .toList());
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
