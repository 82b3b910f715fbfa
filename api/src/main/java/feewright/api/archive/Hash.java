package feewright.api.archive;

import feewright.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The SHA-256 of lines, each ended by a line feed, and how many they are. */
final class Hash {

    private static final byte[] END = {'\n'};

    private final MessageDigest digest = Sha256.digest();
    private long lines;

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
        return Sha256.hex(digest);
    }
}
