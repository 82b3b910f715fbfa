package feewright.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens count. {@code issuer} has to be the token's {@code iss}; {@code audience}, if set, has to be among its {@code aud}. Keys
 * come from {@code jwksUri} (https), or from {@code publicKeys}: PEM files of RSA or EC public keys.
 */
@ConfigurationProperties("feewright.security")
public record SecuritySettings(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String jwksUri,
        @Nullable List<String> publicKeys) {

    /** The issuer of demo tokens, which no other profile accepts. */
    public static final String DEMO_ISSUER = "feewright-demo";
}
