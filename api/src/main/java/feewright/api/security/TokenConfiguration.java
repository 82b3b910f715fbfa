package feewright.api.security;

import feewright.api.start.UnusableSettings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Decides whose tokens count, and refuses to start where that is not said, or where the demo's would. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class TokenConfiguration {

    /** The demo's key is a bean that only its profile has. */
    @Bean
    JwtDecoder tokens(SecuritySettings settings, ObjectProvider<DemoKey> demo, Clock clock) {
        @Nullable DemoKey demoKey = demo.getIfAvailable();
        List<String> files = Objects.requireNonNullElse(settings.publicKeys(), List.of());
        if (demoKey != null) {
            require(
                    settings.issuer() == null && settings.jwksUri() == null && files.isEmpty(),
                    "the profile demo has an issuer and a key of its own: take feewright.security.* out, or the"
                            + " profile");
            return TokenVerification.byKeys(
                    demoKey.accepted(), TokenVerification.validator(SecuritySettings.DEMO_ISSUER, null, clock));
        }
        require(settings.issuer() != null, "feewright.security.issuer has to name the issuer of the tokens");
        String issuer = Objects.requireNonNull(settings.issuer());
        require(
                !issuer.equals(SecuritySettings.DEMO_ISSUER),
                "feewright.security.issuer is the demo's: its tokens count in the profile demo only");
        OAuth2TokenValidator<Jwt> validator = TokenVerification.validator(issuer, settings.audience(), clock);
        if (settings.jwksUri() != null) {
            require(files.isEmpty(), "feewright.security: either jwks-uri or public-keys, not both");
            require(
                    KeyAddress.isSafe(settings.jwksUri()),
                    "feewright.security.jwks-uri has to be an https address: whoever can change what it answers can"
                            + " sign tokens (http will do for this machine alone, such as http://localhost:9000/keys)");
            return TokenVerification.byAddress(settings.jwksUri(), validator);
        }
        require(!files.isEmpty(), "feewright.security needs jwks-uri or public-keys");
        AcceptedKeys keys = AcceptedKeys.ofFiles(files);
        require(
                !DemoKey.isAmong(keys),
                "feewright.security.public-keys holds the demo's key: it counts in the profile demo only");
        return TokenVerification.byKeys(keys, validator);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnusableSettings(otherwise);
        }
    }
}
