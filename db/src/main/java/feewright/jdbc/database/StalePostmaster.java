package feewright.jdbc.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed application leaves behind: a server that goes on without it, or a note of one that is gone. Both would keep the
 * next start from the data directory.
 */
final class StalePostmaster {

    private static final int STOPS_WITHIN_SECONDS = 30;

    private StalePostmaster() {}

    /** Fails if another application that lives uses the directory: the library's lock file tells. */
    static void clear(Path directory) throws IOException {
        requireUnused(directory.resolve("epg-lock"));
        Path note = directory.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        Optional<ProcessHandle> server =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(StalePostmaster::isPostgres);
        if (server.isPresent()) {
            stop(server.get());
        }
        Files.deleteIfExists(note);
    }

    private static void requireUnused(Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("another application uses the data directory");
            }
        } catch (OverlappingFileLockException inUse) {
            throw new IllegalStateException("this application uses the data directory already", inUse);
        }
    }

    /** The id may belong to some other process by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .filter(command -> command.contains("postgres"))
                        .isPresent();
    }

    private static void stop(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the former database server stops", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("the former database server is still in use", failure);
        }
    }
}
