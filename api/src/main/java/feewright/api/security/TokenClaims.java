package feewright.api.security;

import feewright.api.json.Texts;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads the identity out of a verified token: {@code sub}, {@code firm}, {@code roles}, {@code client}. Platform roles stand alone
 * and without a firm, the client role stands alone and with a client, everybody else has a firm (requirements T1, T2). Whatever
 * differs is no token of ours.
 */
final class TokenClaims implements Converter<Jwt, IdentityAuthentication> {

    private static final Set<Role> ALONE = EnumSet.of(Role.PLATFORM_OPERATOR, Role.BREAK_GLASS_OPERATOR, Role.CLIENT);
    private static final Set<Role> PLATFORM = EnumSet.of(Role.PLATFORM_OPERATOR, Role.BREAK_GLASS_OPERATOR);

    @Override
    public IdentityAuthentication convert(Jwt token) {
        return new IdentityAuthentication(identity(token));
    }

    private static Identity identity(Jwt token) {
        UUID person = id(token, "sub");
        UUID firm = id(token, "firm");
        UUID client = id(token, "client");
        Set<Role> roles = roles(token.getClaims().get("roles"));
        boolean alone = roles.stream().anyMatch(ALONE::contains);
        boolean ofPlatform = roles.stream().anyMatch(PLATFORM::contains);
        if (person == null
                || roles.isEmpty()
                || (alone && roles.size() > 1)
                || ofPlatform != (firm == null)
                || roles.contains(Role.CLIENT) != (client != null)) {
            throw unacceptable();
        }
        return firm == null
                ? new Identity.OfPlatform(new PersonId(person), roles.iterator().next())
                : new Identity.OfFirm(new Actor(
                        new FirmId(firm), new PersonId(person), roles, client == null ? null : new ClientId(client)));
    }

    private static @Nullable UUID id(Jwt token, String claim) {
        Object value = token.getClaims().get(claim);
        if (value == null) {
            return null;
        }
        UUID id = value instanceof String text ? Texts.uuid(text) : null;
        if (id == null) {
            throw unacceptable();
        }
        return id;
    }

    private static Set<Role> roles(@Nullable Object claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (claim instanceof Collection<?> codes) {
            codes.forEach(code -> roles.add(role(code)));
        }
        return roles;
    }

    private static Role role(@Nullable Object code) {
        for (Role role : Role.values()) {
            if (role != Role.SCHEDULER && role.code().equals(code)) {
                return role;
            }
        }
        throw unacceptable();
    }

    private static InvalidBearerTokenException unacceptable() {
        return new InvalidBearerTokenException("the claims are not those of this application");
    }
}
