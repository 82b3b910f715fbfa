package feewright.drools;

/** A piece of a rule file: what it is, how it is written (a text without its quotes), and its line from 1. */
record Token(Kind kind, String text, int line) {

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String written) {
        return kind != Kind.TEXT && text.equals(written);
    }

    boolean isBinding() {
        return kind == Kind.WORD && text.startsWith("$");
    }
}
