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
        List<String> faults = settings.faults(demoKey != null);
        if (!faults.isEmpty()) {
            throw new UnusableSettings(faults);
        }
        if (demoKey != null) {
            return TokenVerification.byKeys(
                    demoKey.accepted(), TokenVerification.validator(SecuritySettings.DEMO_ISSUER, null, clock));
        }
        OAuth2TokenValidator<Jwt> validator =
                TokenVerification.validator(Objects.requireNonNull(settings.issuer()), settings.audience(), clock);
        return settings.jwksUri() == null
                ? TokenVerification.byKeys(AcceptedKeys.ofFiles(settings.keyFiles()), validator)
                : TokenVerification.byAddress(settings.jwksUri(), validator);
    }
}
