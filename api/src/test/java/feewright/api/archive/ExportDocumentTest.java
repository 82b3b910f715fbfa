package feewright.api.archive;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Server;
import feewright.archive.FirmTable;
import feewright.engine.Ports;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the list of files and columns in {@code docs/export.md} true. After a change of the schema, write it anew:
 * {@code ./mvnw -pl api -am test -Dtest=ExportDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dexport.write=true}.
 */
class ExportDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/export.md");
    private static final String LIST = "<!-- the files, by the catalogue of the database -->\n";

    @Test
    void the_document_lists_every_file_and_every_column() throws IOException {
        String kept = Files.readString(DOCUMENT);
        String before = kept.substring(0, kept.indexOf(LIST) + LIST.length());
        String now = before + "\n" + files();

        if (Boolean.getBoolean("export.write")) {
            Files.writeString(DOCUMENT, now);
        } else {
            assertThat(kept).isEqualTo(now);
        }
    }

    private static String files() {
        Ports ports = Server.running().ports();
        Actor anybody = Actor.scheduler(new FirmId(new UUID(0, 0)));
        return ports.transactions().reading(anybody, () -> ports.firmTables().all()).stream()
                .sorted(Comparator.comparing(ArchiveManifest::fileOf))
                .map(ExportDocumentTest::described)
                .collect(Collectors.joining("\n"));
    }

    private static String described(FirmTable table) {
        String columns = table.columns().stream()
                .map(column -> "`%s %s`".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
        return "### `%s`\n\n%s: %s.\n\n%s\n"
                .formatted(ArchiveManifest.fileOf(table), table.kind(), table.says(), columns);
    }
}
