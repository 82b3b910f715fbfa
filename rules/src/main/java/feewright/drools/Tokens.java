package feewright.drools;

import java.util.List;

/** A place in the tokens of a file, which end with an END that is never passed. */
final class Tokens {

    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token now() {
        return all.get(at);
    }

    Token ahead(int by) {
        return all.get(Math.min(at + by, all.size() - 1));
    }

    Token take() {
        Token token = now();
        at = Math.min(at + 1, all.size() - 1);
        return token;
    }

    boolean takeIf(String written) {
        if (now().kind() == Token.Kind.END || !now().is(written)) {
            return false;
        }
        take();
        return true;
    }

    /** Everything before a word, or before the end. */
    List<Token> until(String word) {
        int from = at;
        while (now().kind() != Token.Kind.END && !now().is(word)) {
            take();
        }
        return all.subList(from, at);
    }

    /** A name with dots. Empty if there is none. */
    String path() {
        StringBuilder path = new StringBuilder();
        while (now().kind() == Token.Kind.WORD) {
            path.append(take().text());
            if (!now().is(".")) {
                break;
            }
            path.append(take().text());
        }
        return path.toString();
    }

    void skipAll() {
        at = all.size() - 1;
    }
}
