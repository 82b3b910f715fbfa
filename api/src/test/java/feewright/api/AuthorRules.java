package feewright.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Rules as an author might try them. */
final class AuthorRules {

    private static final String LONG_DAYS = "a-long-day-is-not-invoiced";

    /** As the guide for rule authors shows it. */
    static final String LONG_DAYS_DRL = """
        // Agreed with nobody yet: what would it have refused?
        package feewright.pack.invoice

        import feewright.invoice.LineFact.LineTimeFact
        import feewright.rule.Conclusion.Violation
        import feewright.time.TimeFact

        rule "DAY-01 a long day is not invoiced"
        when
            $charged : LineTimeFact($entry : entry)
            exists TimeFact(entry == $entry, minutes > 480)
        then
            insertLogical(new Violation("DAY-01", $charged.ref()));
        end
        """;

    private AuthorRules() {}

    /** Refuses entries of more than eight hours. */
    static void noLongDays(Path directory) {
        write(directory, "invoice/" + LONG_DAYS + ".drl", LONG_DAYS_DRL);
        write(directory, "invoice/" + LONG_DAYS + ".yaml", """
            scenarios:
              - name: eight hours
                given: an hourly invoice
                with: {time: {minutes: 480}}
                expect: {permits: [INV-15], justified: {line/1: INV-07}}
              - name: a minute more
                given: an hourly invoice
                with: {time: {minutes: 481}}
                expect: {permits: [INV-15], justified: {line/1: INV-07}, violations: [DAY-01]}
            """);
    }

    /** Refuses nothing and lets one more rule stand behind each fee of a month that begins on the first. */
    static void anotherReason(Path directory) {
        write(directory, "invoice/a-fee-from-the-first-is-justified.drl", """
            // Says once more what the core says.
            package feewright.pack.invoice

            import feewright.invoice.LineFact.PackageLineFact
            import feewright.rule.Conclusion.Justification

            rule "FEE-01 a fee from the first is justified"
            when
                $line : PackageLineFact(periodStart.dayOfMonth == 1)
            then
                insertLogical(new Justification("FEE-01", $line.ref()));
            end
            """);
        write(directory, "invoice/a-fee-from-the-first-is-justified.yaml", """
            scenarios:
              - name: from the first, without terms that the core would ask for
                given: a package invoice
                with: {engagement: {hasFee: false}}
                expect: {permits: [INV-15], justified: {line/1: FEE-01}}
              - name: hours
                given: an hourly invoice
                expect: {permits: [INV-15], justified: {line/1: INV-07}}
            """);
    }

    /** A rule that the compiler refuses, on its eighth line. */
    static void nonsense(Path directory) {
        noLongDays(directory);
        Path file = directory.resolve("invoice/" + LONG_DAYS + ".drl");
        write(directory, "invoice/" + LONG_DAYS + ".drl", read(file).replace("minutes > 480", "hours > 8"));
    }

    /** Leaves the directory empty. */
    static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> inside = all.filter(path -> !path.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path directory, String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
