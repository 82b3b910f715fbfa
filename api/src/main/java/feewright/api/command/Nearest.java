package feewright.api.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody meant who misspelt a word: the word that takes the fewest changes of a letter, or that goes on where it ends. */
record Nearest(String written) {

    private static final int FEWEST_LETTERS = 3;

    Nearest {
        written = written.toLowerCase(Locale.ROOT);
    }

    private record Near(String word, int changes) {}

    /** Of these words. A third of the letters may be wrong; dashes before them do not count. */
    Optional<String> of(Collection<String> words) {
        int most = Math.max(1, letters(written).length() / 3);
        return words.stream()
                .map(word -> new Near(word, goesOn(word) ? 1 : changes(word)))
                .filter(near -> near.changes() <= most)
                .min(Comparator.comparingInt(Near::changes))
                .map(Near::word);
    }

    private boolean goesOn(String word) {
        boolean tells = Math.min(letters(written).length(), letters(word).length()) >= FEWEST_LETTERS;
        return tells && (word.startsWith(written) || written.startsWith(word));
    }

    private static String letters(String word) {
        return word.replaceFirst("^-+", "");
    }

    /** Letters to add, to take out, to change, or to swap with the next: the distance of Damerau and Levenshtein. */
    private int changes(String word) {
        int[][] distance = new int[written.length() + 1][word.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : least(distance, word, i, j);
            }
        }
        return distance[written.length()][word.length()];
    }

    private int least(int[][] distance, String word, int i, int j) {
        int changed = written.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j - 1] + changed, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && written.charAt(i - 1) == word.charAt(j - 2)
                && written.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
