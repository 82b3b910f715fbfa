package feewright.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a Markdown page: no code, headings, HTML or lists of names. A bullet or a table cell is a text of its own. */
final class Prose {

    private static final int WORDS_OF_A_CELL = 6;
    private static final Pattern BULLET = Pattern.compile("^\\s*([-*+]|\\d+\\.)\\s+");
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern CELL = Pattern.compile("[^|\\\\]*(?:\\\\.[^|\\\\]*)*");
    private static final Pattern SHORTHAND = Pattern.compile("\\b(?:e\\.g|i\\.e|vs)\\.");
    private static final Pattern END = Pattern.compile("[.!?][\"')\\]*_`]*(?=\\s+[^\\p{Ll}\\s])");

    /** One sentence, with the line that it begins on. A piece of code in it is one word. */
    record Sentence(Path file, int line, String text) {

        int words() {
            return Math.toIntExact(Arrays.stream(masked(text).split("\\s+", -1))
                    .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                    .count());
        }

        /** Whether every second word is a name in code, as in a list of columns. */
        boolean isList() {
            return 2 * CODE.matcher(text).results().count() >= words();
        }

        @Override
        public String toString() {
            return file + ":" + line + " (" + words() + " words) " + text.replaceAll("\\s+", " ");
        }
    }

    private final Path file;
    private final List<Sentence> sentences = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int begin;
    private boolean code;
    private boolean comment;

    private Prose(Path file) {
        this.file = file;
    }

    /** The sentences of a page; their {@code file} is told from {@code root}. */
    static List<Sentence> of(Path root, Path page) throws IOException {
        return of(root.relativize(page), Files.readAllLines(page));
    }

    static List<Sentence> of(Path file, List<String> lines) {
        Prose prose = new Prose(file);
        for (int index = 0; index < lines.size(); index++) {
            prose.read(index + 1, lines.get(index));
        }
        prose.endText();
        return List.copyOf(prose.sentences);
    }

    private void read(int number, String line) {
        String stripped = line.strip();
        if (stripped.startsWith("```")) {
            endText();
            code = !code;
        } else if (code || isComment(stripped)) {
            return;
        } else if (stripped.isEmpty() || stripped.matches("(#|<[a-zA-Z/]|!\\[).*")) {
            endText();
        } else if (stripped.startsWith("|")) {
            endText();
            readRow(number, stripped);
        } else {
            readText(number, line);
        }
    }

    private boolean isComment(String line) {
        boolean part = comment || line.startsWith("<!--");
        comment = part && !line.contains("-->");
        return part;
    }

    private void readText(int number, String line) {
        Matcher bullet = BULLET.matcher(line);
        boolean begins = bullet.find();
        if (begins) {
            endText();
        }
        if (text.isEmpty()) {
            begin = number;
        }
        text.append(begins ? line.substring(bullet.end()) : line).append('\n');
    }

    private void readRow(int number, String row) {
        Matcher cells = CELL.matcher(masked(row));
        while (cells.find()) {
            Sentence cell = new Sentence(file, number, row.substring(cells.start(), cells.end()));
            if (cell.words() >= WORDS_OF_A_CELL) {
                split(number, cell.text());
            }
        }
    }

    private void endText() {
        split(begin, text.toString());
        text.setLength(0);
    }

    private void split(int line, String words) {
        int from = 0;
        Matcher end = END.matcher(masked(words));
        while (end.find()) {
            add(line, words, from, end.end());
            from = end.end();
        }
        add(line, words, from, words.length());
    }

    private void add(int line, String words, int from, int until) {
        String part = words.substring(from, until);
        int start = from + part.length() - part.stripLeading().length();
        int linesAbove = words.substring(0, start).split("\n", -1).length - 1;
        Sentence sentence = new Sentence(file, line + linesAbove, part.strip());
        if (sentence.words() > 0 && !sentence.isList()) {
            sentences.add(sentence);
        }
    }

    /** As long as the text: code becomes one capital word, a tag becomes blanks, a shorthand loses its dots. */
    private static String masked(String text) {
        return filled(SHORTHAND, "x", filled(TAG, " ", filled(CODE, "X", text)));
    }

    private static String filled(Pattern pattern, String with, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> with.repeat(found.group().length()));
    }
}
