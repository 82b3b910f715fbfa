package feewright.api.archive;

import feewright.api.archive.ArchiveManifest.FileInArchive;
import feewright.archive.FirmTable;
import feewright.archive.FirmTables;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.report.Reconcile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an archive into an installation that does not have the firm, in one transaction: all of it, or nothing. What was added is
 * read again and has to have the hashes of the archive, and its books have to reconcile, before anybody sees it.
 */
public record ImportFirm(Transactions transactions, Firms firms, FirmTables tables, Reconcile books, JsonMapper json) {

    /** What came of it. */
    public sealed interface Outcome {

        record Imported(ArchiveManifest manifest) implements Outcome {}

        /** Nothing was changed, because of all of these. They name files and tables, ids and amounts, and quote nothing. */
        record Refused(List<String> faults) implements Outcome {}
    }

    /** Fails with an IOException where the file is no archive at all. */
    public Outcome read(Path path) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(path)) {
            Optional<ArchiveManifest> manifest = archive.manifest(json);
            if (manifest.isEmpty()) {
                return new Outcome.Refused(List.of("manifest-unreadable"));
            }
            Actor actor = Actor.scheduler(new FirmId(manifest.get().firmId()));
            List<FirmTable> all = transactions.reading(actor, tables::all);
            List<String> faults = faults(archive, manifest.get(), all);
            if (!faults.isEmpty()) {
                return new Outcome.Refused(faults);
            }
            return transactions.in(actor, () -> added(actor, archive, manifest.get()));
        } catch (ImportRejected unacceptable) {
            return new Outcome.Refused(unacceptable.faults());
        }
    }

    private static List<String> faults(ArchiveFile archive, ArchiveManifest manifest, List<FirmTable> all) {
        if (!manifest.format().equals(ArchiveManifest.FORMAT) || manifest.version() != ArchiveManifest.VERSION) {
            return List.of("version-differs");
        }
        if (!manifest.schema().equals(ArchiveManifest.schema(all))) {
            return List.of("schema-differs");
        }
        Set<String> expected = all.stream().map(ArchiveManifest::fileOf).collect(Collectors.toSet());
        Set<String> listed = manifest.files().stream().map(FileInArchive::name).collect(Collectors.toSet());
        if (!archive.names().equals(expected) || !listed.equals(expected)) {
            return List.of("files-missing-or-unexpected");
        }
        return manifest.files().stream()
                .filter(file -> !archive.isWhole(file))
                .map(file -> "hash-differs: " + file.name())
                .toList();
    }

    private Outcome added(Actor actor, ArchiveFile archive, ArchiveManifest manifest) {
        FirmId firm = actor.firm();
        if (firms.find(firm).isPresent()) {
            return new Outcome.Refused(List.of("firm-exists"));
        }
        List<FirmTable> all = tables.all();
        for (FirmTable table : all) {
            RowBatch batch = new RowBatch(rows -> tables.add(firm, table, rows));
            archive.lines(ArchiveManifest.fileOf(table), batch::add);
            batch.flush();
        }
        check(firm, all, manifest);
        List<String> differences = BookFaults.of(books.reconcile(actor));
        if (!differences.isEmpty()) {
            throw new ImportRejected(differences);
        }
        return new Outcome.Imported(manifest);
    }

    /** Rolls back where what is there now would not make the same archive. */
    private void check(FirmId firm, List<FirmTable> all, ArchiveManifest manifest) {
        for (FirmTable table : all) {
            Hash hash = new Hash();
            tables.read(firm, table, hash::line);
            String now = hash.hex();
            if (manifest.files().stream()
                    .noneMatch(file -> file.table().equals(table.name())
                            && file.sha256().equals(now)
                            && file.rows() == hash.lines())) {
                throw new IllegalStateException("the rows of " + table.name() + " are not those of the archive");
            }
        }
    }
}
