package feewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.architecture.Prose.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the documents easy to read: their sentences are short, and hardly one of them is long. */
class PlainEnglishTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int WORDS_ON_AVERAGE = 17;
    private static final int WORDS_OF_A_LONG_SENTENCE = 35;
    private static final int SENTENCES_FOR_EACH_LONG_ONE = 100;

    @Test
    void a_sentence_has_at_most_17_words_on_average() throws IOException {
        List<Sentence> sentences = sentences();

        int words = sentences.stream().mapToInt(Sentence::words).sum();

        assertThat(words)
                .as("words of %d sentences; the longest:%n%s", sentences.size(), longest(sentences))
                .isLessThanOrEqualTo(WORDS_ON_AVERAGE * sentences.size());
    }

    @Test
    void not_one_sentence_in_a_hundred_has_more_than_35_words() throws IOException {
        List<Sentence> sentences = sentences();

        List<Sentence> tooLong = sentences.stream()
                .filter(sentence -> sentence.words() > WORDS_OF_A_LONG_SENTENCE)
                .toList();

        assertThat(tooLong.size())
                .as("long ones among %d sentences; the longest:%n%s", sentences.size(), longest(sentences))
                .isLessThanOrEqualTo(sentences.size() / SENTENCES_FOR_EACH_LONG_ONE);
    }

    @Test
    void there_are_documents_to_read() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(10);
        assertThat(sentences()).hasSizeGreaterThan(500);
    }

    private static String longest(List<Sentence> sentences) {
        return sentences.stream()
                .sorted(Comparator.comparing(Sentence::words).reversed())
                .limit(10)
                .map(Sentence::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<Sentence> sentences() throws IOException {
        List<Sentence> found = new ArrayList<>();
        for (Path document : documents()) {
            found.addAll(Prose.of(ROOT, document));
        }
        return found;
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            pages.filter(page -> page.toString().endsWith(".md")).sorted().forEach(found::add);
        }
        return found;
    }
}
