package feewright.api.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of lines, each ended by a line feed, and how many they are. */
final class Hash {

    private static final byte[] END = {'\n'};

    private final MessageDigest digest;
    private long lines;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    void line(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update(END);
        lines++;
    }

    long lines() {
        return lines;
    }

    /** To be asked once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
