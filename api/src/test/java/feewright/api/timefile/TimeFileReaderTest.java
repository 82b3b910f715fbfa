package feewright.api.timefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.api.timefile.TimeFile.Unreadable;
import feewright.time.ImportTime.RowReport;
import feewright.time.ImportedRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFileReaderTest {

    private static final String TOGGL =
            "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End"
                    + " time,Duration,Tags,Amount ()\n";
    private static final String HARVEST =
            "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last"
                    + " Name,Roles\n";
    private static final String CLOCKIFY =
            "\"Project\",\"Client\",\"Description\",\"Task\",\"User\",\"Group\",\"Email\",\"Tags\",\"Billable\",\"Start"
                    + " Date\",\"Start Time\",\"End Date\",\"End Time\",\"Duration (h)\",\"Duration (decimal)\"\n";

    @Test
    void a_toggl_export_is_read() throws Unreadable {
        String row = "Ann,ann@example.com,Acme,Site,,\"Plan, then"
                + " build\",No,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,,\n";

        ImportedRow read = only("\uFEFF" + TOGGL + row, DateOrder.ISO);

        assertThat(read.worker().text()).isEqualTo("ann@example.com");
        assertThat(read.client()).hasToString("[content]");
        assertThat(read.description().text()).isEqualTo("Plan, then build");
        assertThat(read.hours()).isEqualTo(new ImportedRow.Hours(LocalDate.of(2026, 3, 2), 90, false));
    }

    @Test
    void a_description_may_have_lines_but_no_characters_that_deceive() throws Unreadable {
        String lines = "Ann,ann@example.com,Acme,Site,,\"Plan\r\n"
                + "Build\",No,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,,\n";
        String turned = lines.replace("Build", "\u202EBuild");

        TimeFile file = TimeFileReader.read(TOGGL + lines + turned, DateOrder.ISO);

        assertThat(file.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.description().text()).isEqualTo("Plan\nBuild"));
        assertThat(file.unreadable())
                .singleElement()
                .satisfies(row -> assertThat(row.codes()).containsExactly("description-has-control-characters"));
    }

    @Test
    void a_harvest_export_is_read() throws Unreadable {
        String row = "02/03/2026,Acme,Site,,Design,Logo,\"1,25\",Yes,No,Yes,Ann,Lee,\n";

        ImportedRow read = only(HARVEST + row, DateOrder.DMY);

        assertThat(read.worker().text()).isEqualTo("Ann Lee");
        assertThat(read.description().text()).isEqualTo("Logo");
        assertThat(read.hours()).isEqualTo(new ImportedRow.Hours(LocalDate.of(2026, 3, 2), 75, true));
    }

    @Test
    void a_clockify_export_is_read() throws Unreadable {
        String row =
                "Site,Acme,Call,,Ann,,ann@example.com,,Yes,03/02/2026,02:00:00 PM,03/02/2026,02:13:00 PM,0:13,0.22\n";

        ImportedRow read = only(CLOCKIFY + row, DateOrder.MDY);

        assertThat(read.worker().text()).isEqualTo("ann@example.com");
        assertThat(read.hours()).isEqualTo(new ImportedRow.Hours(LocalDate.of(2026, 3, 2), 13, true));
    }

    @Test
    void a_bad_row_has_its_own_faults_and_the_others_are_read() throws Unreadable {
        String rows = ",,Acme,Site,,x,Yes,02.03.2026,,,,abc,,\n"
                + "Ann,ann@example.com,Acme,Site,,x,Yes,2026-03-02,,,,0:30,,\n";

        TimeFile file = TimeFileReader.read(TOGGL + rows, DateOrder.ISO);

        assertThat(file.unreadable())
                .containsExactly(
                        new RowReport.Faulty(1, List.of("worker-missing", "date-unreadable", "duration-unreadable")));
        assertThat(file.rows()).extracting(ImportedRow::number).containsExactly(2);
    }

    @Test
    void a_row_that_was_invoiced_elsewhere_is_not_billed_again() throws Unreadable {
        String row = "2026-03-02,Acme,Site,,Design,Logo,1.25,Yes,Yes,Yes,Ann,Lee,\n";

        TimeFile file = TimeFileReader.read(HARVEST + row, DateOrder.ISO);

        assertThat(file.rows()).isEmpty();
        assertThat(file.unreadable()).containsExactly(new RowReport.Faulty(1, List.of("invoiced-elsewhere")));
    }

    @Test
    void equal_rows_are_two_pieces_of_work_and_a_second_reading_names_them_the_same() throws Unreadable {
        String row = "Ann,ann@example.com,Acme,Site,,x,Yes,2026-03-02,,,,0:30,,\n";

        List<String> first = hashes(TOGGL + row + row);
        List<String> second = hashes(TOGGL + row + row);

        assertThat(first).doesNotHaveDuplicates().isEqualTo(second);
    }

    @Test
    void a_file_of_no_known_layout_is_refused_whole() {
        assertThatThrownBy(() -> TimeFileReader.read("a,b\n1,2\n", DateOrder.ISO))
                .isInstanceOf(Unreadable.class)
                .hasMessage("csv-layout-unknown");
        assertThatThrownBy(() -> TimeFileReader.read("", DateOrder.ISO)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> TimeFileReader.read(TOGGL + "\"open", DateOrder.ISO))
                .isInstanceOf(Unreadable.class)
                .hasMessage("csv-malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "01:30:00, 90",
        "1:30, 90",
        "0:00:29, 0",
        "0:00:30, 1",
        "1.5, 90",
        "'1,5', 90",
        "0.33, 20",
        "24:00, 1440",
        "1:60, -1",
        "-1, -1",
        "1h, -1"
    })
    void lengths_are_read_to_the_minute(String text, int minutes) {
        assertThat(Length.minutes(text).orElse(-1)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-29, ISO", "03/02/2026, ISO", "13/02/2026, MDY", "30.02.2026, DMY", "2026-3-2, ISO"})
    void a_day_that_does_not_exist_or_could_be_another_is_not_read(String text, DateOrder order) {
        assertThat(order.read(text)).isEmpty();
    }

    private static List<String> hashes(String text) throws Unreadable {
        return TimeFileReader.read(text, DateOrder.ISO).rows().stream()
                .map(ImportedRow::hash)
                .toList();
    }

    private static ImportedRow only(String text, DateOrder order) throws Unreadable {
        TimeFile file = TimeFileReader.read(text, order);
        assertThat(file.unreadable()).isEmpty();
        assertThat(file.rows()).hasSize(1);
        return file.rows().getFirst();
    }
}
