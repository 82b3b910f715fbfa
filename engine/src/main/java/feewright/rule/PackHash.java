package feewright.rule;

/** The name of a rule pack: SHA-256 over its content, in lower-case hex. */
public record PackHash(String hex) {

    public PackHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a pack hash");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
