package feewright.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules as an author might try them. */
final class AuthorRules {

    private AuthorRules() {}

    /** Refuses every package line. */
    static void noPackages(Path directory) {
        write(directory, "invoice/a-package-is-not-invoiced.drl", """
            // Nobody would agree to it.
            package feewright.pack.invoice

            import feewright.invoice.LineFact.PackageLineFact
            import feewright.rule.Conclusion.Violation

            rule "PKG-01 a package is not invoiced"
            when
                $line : PackageLineFact()
            then
                insertLogical(new Violation("PKG-01", $line.ref()));
            end
            """);
        write(directory, "invoice/a-package-is-not-invoiced.yaml", """
            scenarios:
              - name: hours
                given: an hourly invoice
                expect: {permits: [INV-15], justified: {line/1: INV-07}}
              - name: a package
                given: a package invoice
                expect: {permits: [INV-15], justified: {line/1: INV-06}, violations: [PKG-01]}
            """);
    }

    static void write(Path directory, String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
