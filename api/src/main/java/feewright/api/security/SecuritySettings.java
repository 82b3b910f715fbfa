package feewright.api.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    List<String> keyFiles() {
        return Objects.requireNonNullElse(publicKeys, List.of());
    }

    /** Everything that is wrong, each in a line; a demo brings an issuer and a key of its own. */
    public List<String> faults(boolean demo) {
        boolean isSet = issuer != null || jwksUri != null || !keyFiles().isEmpty();
        if (demo) {
            return isSet
                    ? List.of("the profile demo has an issuer and a key of its own: take feewright.security.* out, or"
                            + " the profile")
                    : List.of();
        }
        List<String> faults = new ArrayList<>();
        if (issuer == null) {
            faults.add("feewright.security.issuer has to name the issuer of the tokens");
        } else if (issuer.equals(DEMO_ISSUER)) {
            faults.add("feewright.security.issuer is the demo's: its tokens count in the profile demo only");
        }
        if (jwksUri != null && !keyFiles().isEmpty()) {
            faults.add("feewright.security: either jwks-uri or public-keys, not both");
        } else if (jwksUri == null && keyFiles().isEmpty()) {
            faults.add("feewright.security needs jwks-uri or public-keys");
        }
        if (jwksUri != null && !KeyAddress.isSafe(jwksUri)) {
            faults.add("feewright.security.jwks-uri has to be an https address: whoever can change what it answers can"
                    + " sign tokens (http will do for this machine alone, such as http://localhost:9000/keys)");
        }
        keyFiles().forEach(file -> faults.addAll(AcceptedKeys.faults(file)));
        return faults;
    }
}
