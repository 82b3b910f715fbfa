package feewright.drools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A firm's own rule, as an author would write it. */
final class WeekendRule {

    static final String STEM = "work-on-a-weekend-is-not-invoiced";

    static final String DRL = """
        // Agreed with all our clients.
        package feewright.pack.invoice

        import feewright.invoice.LineFact.LineTimeFact
        import feewright.rule.Conclusion.Violation
        import feewright.time.TimeFact

        rule "WKD-01 work on a weekend is not invoiced"
        when
            $charged : LineTimeFact($entry : entry)
            exists TimeFact(entry == $entry, workedOn.dayOfWeek.value > 5)
        then
            insertLogical(new Violation("WKD-01", $charged.ref()));
        end
        """;

    static final String SCENARIOS = """
        scenarios:
          - name: worked on a Friday
            given: an hourly invoice
            with: {time: {workedOn: 2026-03-06}}
            expect: {permits: [INV-15], justified: {line/1: INV-07}}
          - name: worked on a Saturday
            given: an hourly invoice
            with: {time: {workedOn: 2026-03-07}}
            expect: {permits: [INV-15], justified: {line/1: INV-07}, violations: [WKD-01]}
        """;

    private WeekendRule() {}

    static void writeTo(Path directory) {
        write(directory, "invoice/" + STEM + ".drl", DRL);
        write(directory, "invoice/" + STEM + ".yaml", SCENARIOS);
    }

    static void removeFrom(Path directory) {
        try {
            Files.delete(directory.resolve("invoice/" + STEM + ".drl"));
            Files.delete(directory.resolve("invoice/" + STEM + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path directory, String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
