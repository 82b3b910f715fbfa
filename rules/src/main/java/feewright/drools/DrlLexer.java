package feewright.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a rule file into tokens, and blanks its comments. Whatever is not known here is refused: there are no escapes, no single
 * quotes, no decimal numbers, no annotations, no lambdas. What is compiled is the text without comments, so the compiler and this
 * class cannot disagree about where a comment ends.
 */
final class DrlLexer {

    private static final Pattern PIECE = Pattern.compile("""
        (?<space>[ \\t\\n]+)\
        |(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)\
        |(?<word>[A-Za-z_$][A-Za-z0-9_$]*)\
        |"(?<text>[^"\\\\\\n]*)"\
        |(?<number>[0-9]+)(?![A-Za-z0-9_.])\
        |(?<sign>->|::|:=|/\\*|==|!=|<=|>=|&&|\\|\\||[-+*/%<>!(),.:;])\
        """);

    private static final Set<String> FORBIDDEN_SIGNS = Set.of("->", "::", ":=", "/*");

    private final PackFile file;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final List<PackFault> faults = new ArrayList<>();
    private int line = 1;

    private DrlLexer(PackFile file) {
        this.file = file;
        this.source = file.text().replace("\r\n", "\n");
    }

    /** The tokens with an END at the end, the text with blanks for comments, and what could not be read. */
    record Lexed(List<Token> tokens, String code, List<PackFault> faults) {}

    static Lexed read(PackFile file) {
        return new DrlLexer(file).read();
    }

    private Lexed read() {
        StringBuilder code = new StringBuilder(source.length());
        Matcher piece = PIECE.matcher(source);
        int at = 0;
        while (at < source.length()) {
            piece.region(at, source.length());
            if (!piece.lookingAt()) {
                fault("take " + shown(source.codePointAt(at)) + " out: conditions are made of words, whole numbers, "
                        + "\"texts\" and comparisons only, and nothing is escaped");
                break;
            }
            take(piece);
            code.append(
                    piece.group("comment") == null
                            ? piece.group()
                            : piece.group().replaceAll("[^\\n]", " "));
            line += (int) piece.group().chars().filter(c -> c == '\n').count();
            at = piece.end();
        }
        tokens.add(new Token(Token.Kind.END, "", line));
        return new Lexed(List.copyOf(tokens), code.toString(), List.copyOf(faults));
    }

    private void take(Matcher piece) {
        String sign = piece.group("sign");
        if (piece.group("word") != null) {
            tokens.add(new Token(Token.Kind.WORD, piece.group(), line));
        } else if (piece.group("text") != null) {
            tokens.add(new Token(Token.Kind.TEXT, piece.group("text"), line));
        } else if (piece.group("number") != null) {
            tokens.add(new Token(Token.Kind.NUMBER, piece.group(), line));
        } else if (sign != null) {
            if (FORBIDDEN_SIGNS.contains(sign)) {
                fault("take '" + sign + "' out: conditions compare values and do nothing else");
            }
            tokens.add(new Token(Token.Kind.SIGN, sign, line));
        }
    }

    private void fault(String whatToDo) {
        faults.add(file.fault(line, "sign-not-allowed", whatToDo));
    }

    private static String shown(int codePoint) {
        return codePoint > ' ' && codePoint < 127
                ? "'" + Character.toString(codePoint) + "'"
                : "the character U+%04X".formatted(codePoint);
    }
}
