package feewright.api.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import feewright.api.security.DemoKey;
import feewright.api.security.SecuritySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes the demo's tokens, good for twelve hours. */
public record DemoTokens(DemoKey key, Clock clock) {

    private static final Duration LIFE = Duration.ofHours(12);

    /** A token of this person. */
    public String of(DemoPerson person) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(SecuritySettings.DEMO_ISSUER)
                .subject(person.person().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("roles", List.of(person.role().code()));
        if (person.isOfFirm()) {
            claims.claim("firm", DemoPerson.FIRM.toString());
        }
        if (person == DemoPerson.CLIENT) {
            claims.claim("client", DemoPerson.PORTAL_CLIENT.toString());
        }
        return key.sign(claims.build());
    }
}
