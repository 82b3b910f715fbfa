package feewright.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;

/**
 * The key of the demo. Its public exponent marks it, so that every other profile can tell it wherever it turns up, and refuses it.
 */
public record DemoKey(RSAKey pair) {

    private static final int BITS = 2048;

    /** A prime, as good as the usual 65537, that no key generator chooses by itself. */
    private static final BigInteger MARK = BigInteger.valueOf(65539);

    /** Makes a new key. */
    public static DemoKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(BITS, MARK));
            KeyPair pair = generator.generateKeyPair();
            return new DemoKey(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    /** A token with these claims, signed with RS256. */
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(pair));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("an RSA key signs", impossible);
        }
    }

    AcceptedKeys accepted() {
        return new AcceptedKeys(new JWKSet(pair.toPublicJWK()));
    }

    static boolean isAmong(AcceptedKeys keys) {
        return keys.keys().getKeys().stream().anyMatch(DemoKey::isMarked);
    }

    private static boolean isMarked(JWK key) {
        return key instanceof RSAKey rsa && MARK.equals(rsa.getPublicExponent().decodeToBigInteger());
    }
}
