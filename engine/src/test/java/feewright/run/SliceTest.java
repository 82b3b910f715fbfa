package feewright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a work list is cut. */
class SliceTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "500, 1", "501, 2", "1_000, 2", "100_000, 200", "128_000, 256", "2_000_000_000, 256"})
    void slices_tile_the_list_and_are_alike(String places, int count) {
        int due = Integer.parseInt(places.replace("_", ""));

        List<Slice> slices = Slice.cut(due);

        assertThat(slices).hasSize(count);
        int place = 0;
        for (Slice slice : slices) {
            assertThat(slice.number()).isEqualTo(slices.indexOf(slice));
            assertThat(slice.from()).isEqualTo(place);
            assertThat(slice.to() - slice.from()).isBetween(due / count, due / count + 1);
            place = slice.to();
        }
        assertThat(place).isEqualTo(due);
    }

    @Test
    void a_slice_cannot_end_before_it_begins() {
        assertThatThrownBy(() -> new Slice(0, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slice(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slice(256, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
