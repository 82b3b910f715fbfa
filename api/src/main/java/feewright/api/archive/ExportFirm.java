package feewright.api.archive;

import feewright.api.archive.ArchiveManifest.FileInArchive;
import feewright.archive.FirmTable;
import feewright.archive.FirmTables;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all of a firm as one archive, from one snapshot, row by row. That it was asked for is audited first, so that nobody has
 * an archive before that is kept.
 */
public record ExportFirm(Transactions transactions, FirmTables tables, Trail trail, JsonMapper json) {

    /** Where it is kept that somebody took an archive. */
    public record Trail(AuditTrail audit, Ids ids) {}

    /** Writes the archive and gives what is in it. Closes nothing. */
    public ArchiveManifest export(Actor actor, OutputStream to, Instant now) {
        transactions.in(actor, () -> {
            AuditEventId id = new AuditEventId(trail.ids().next());
            AuditEvent.Target target = new AuditEvent.Target("firm", actor.firm(), null);
            trail.audit().append(new AuditEvent(id, actor, "firm_exported", target, List.of(), null, now));
            return id;
        });
        return transactions.reading(actor, () -> {
            try {
                return written(actor, to, now);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private ArchiveManifest written(Actor actor, OutputStream to, Instant now) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(to), StandardCharsets.UTF_8);
        List<FirmTable> all = tables.all();
        List<FileInArchive> files = new ArrayList<>();
        for (FirmTable table : all) {
            zip.putNextEntry(new ZipEntry(ArchiveManifest.fileOf(table)));
            Hash hash = new Hash();
            tables.read(actor.firm(), table, line -> {
                hash.line(line);
                write(zip, line);
            });
            zip.closeEntry();
            files.add(new FileInArchive(
                    ArchiveManifest.fileOf(table), table.name(), table.kind(), hash.lines(), hash.hex()));
        }
        ArchiveManifest manifest = new ArchiveManifest(
                ArchiveManifest.FORMAT,
                ArchiveManifest.VERSION,
                ArchiveManifest.schema(all),
                actor.firm().value(),
                now,
                files);
        zip.putNextEntry(new ZipEntry(ArchiveManifest.NAME));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    private static void write(OutputStream to, String line) {
        try {
            to.write(line.getBytes(StandardCharsets.UTF_8));
            to.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
