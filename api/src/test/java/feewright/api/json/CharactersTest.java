package feewright.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement W3: words look like what they say. */
class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller & Söhne GmbH",
                "株式会社",
                "שלום",
                "شركة",
                "نرم\u200Cافزار",
                "क्\u200Dष",
                "👩\u200D💻 & co",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "❤\uFE0F",
                "A\u00A0B",
                "e\u0301",
                "\u0600١٢",
                "—",
                "7",
                "$"
            })
    void names_of_the_world_are_names(String name) {
        assertThat(Characters.areOneLine(name)).isTrue();
        assertThat(Characters.areLines(name)).isTrue();
        assertThat(Characters.areVisible(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u061C",
                "\u200E",
                "\u200F",
                "\u202A",
                "\u202E",
                "\u2066",
                "\u2069",
                "\uE000",
                "\uF8FF",
                "\uFDD0",
                "\uFDEF",
                "\uFFFE",
                "\uFFFF",
                "\uD83F\uDFFE",
                "\uDBFF\uDFFF",
                "\uDB80\uDC00",
                "\uD800",
                "\uDC00"
            })
    void what_deceives_stands_in_no_text(String character) {
        assertThat(Characters.areOneLine("A" + character + "B")).isFalse();
        assertThat(Characters.areLines("A" + character + "B")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\t",
                "\u2028",
                "\u2029",
                "\u200B",
                "\u2060",
                "\u2064",
                "\uFEFF",
                "\u00AD",
                "\u180E",
                "\uFFF9",
                "\u3164",
                "\u115F",
                "\uFFA0",
                "\u2800",
                "\u0378",
                "\uDB40\uDC01"
            })
    void what_breaks_a_line_or_is_not_seen_stands_in_several_lines_only(String character) {
        assertThat(Characters.areOneLine("A" + character + "B")).isFalse();
        assertThat(Characters.areLines("A" + character + "B")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00A0",
                "\u3000",
                "\u200B",
                "\u200D\u200C",
                "\uFE0F",
                "\u034F",
                "\u3164 \u2800",
                "\u0301",
                "\uDB40\uDC67",
                "\u2028"
            })
    void what_shows_nothing_is_blank(String text) {
        assertThat(Characters.areVisible(text)).isFalse();
    }
}
