package feewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.architecture.Prose.Sentence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a sentence of a page, and how long it is. */
class ProseTest {

    @Test
    void a_sentence_goes_over_lines_and_knows_where_it_begins() {
        List<Sentence> sentences = sentences("Time is logged. Then", "it is approved, e.g. by a client. Done.");

        assertThat(sentences)
                .extracting(Sentence::text)
                .containsExactly("Time is logged.", "Then\nit is approved, e.g. by a client.", "Done.");
        assertThat(sentences).extracting(Sentence::line).containsExactly(1, 1, 2);
        assertThat(sentences).extracting(Sentence::words).containsExactly(3, 8, 1);
    }

    @Test
    void a_bullet_is_a_text_of_its_own() {
        List<Sentence> sentences = sentences("Three things:", "", "- the first,", "  and more of it", "- the second");

        assertThat(sentences).extracting(Sentence::words).containsExactly(2, 6, 2);
    }

    @Test
    void a_cell_is_a_text_of_its_own_from_six_words_on() {
        List<Sentence> sentences = sentences(
                "| word | means |", "| --- | --- |", "| `a|b` | it has six words in it |", "| x | too short |");

        assertThat(sentences).extracting(Sentence::text).containsExactly("it has six words in it");
    }

    @Test
    void code_is_one_word_and_a_list_of_names_is_no_sentence() {
        List<Sentence> sentences =
                sentences("Send `POST /v1/x. Y` again. `GET /v1/y` works.", "", "`a`, `b`, `c` text");

        assertThat(sentences).extracting(Sentence::words).containsExactly(3);
    }

    @Test
    void headings_blocks_of_code_pictures_and_html_are_left_out() {
        List<Sentence> sentences = sentences(
                "# A heading",
                "```",
                "some code",
                "```",
                "![A picture](x.svg)",
                "<!-- a",
                "b -->",
                "<picture>",
                "Text.");

        assertThat(sentences).extracting(Sentence::text).containsExactly("Text.");
        assertThat(sentences).extracting(Sentence::line).containsExactly(9);
    }

    private static List<Sentence> sentences(String... lines) {
        return Prose.of(Path.of("page.md"), List.of(lines));
    }
}
