package feewright.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;

class CsvConverterTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void words_that_a_spreadsheet_would_take_for_a_formula_do_not_begin_like_one(String name) throws IOException {
        assertThat(written(Cells.words(name))).isEqualTo("cell\r\n'" + name + "\r\n");
    }

    @Test
    void words_keep_their_commas_quotes_and_lines() throws IOException {
        assertThat(written(Cells.words("Ann \"and\"\nBob, Ltd")))
                .isEqualTo("cell\r\n\"Ann \"\"and\"\"\nBob, Ltd\"\r\n");
    }

    @Test
    void an_amount_below_zero_stays_a_figure() throws IOException {
        assertThat(written(Cells.row(Money.parse("USD -12.50")).getFirst())).isEqualTo("cell\r\n-12.50\r\n");
    }

    private static String written(Object cell) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CsvConverter().write(new OneCell(cell), CsvConverter.CSV, new HttpOutputMessage() {
            @Override
            public OutputStream getBody() {
                return bytes;
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record OneCell(Object cell) implements Table {

        @Override
        public List<String> header() {
            return List.of("cell");
        }

        @Override
        public Stream<List<Object>> cells() {
            return Stream.of(List.of(cell));
        }
    }
}
