package feewright.api.archive;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file in which something is written whole before it is sent, so that a slow reader holds a file, and neither a connection nor a
 * snapshot of the database. The file has no name as soon as it is open: whatever becomes of the process, nothing of it stays.
 */
final class Spool implements AutoCloseable {

    private static final int AT_ONCE = 1 << 13;

    /** Left on the disk for everybody else. */
    private static final long ROOM_FOR_OTHERS = 256L << 20;

    private final FileChannel file;
    private final long largest;

    private Spool(FileChannel file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    /** In the directory, or where the system keeps temporary files; of so many bytes at most. */
    static Spool open(@Nullable Path directory, long largest) {
        try {
            Path path = directory == null
                    ? Files.createTempFile("feewright-export-", ".zip")
                    : Files.createTempFile(directory, "feewright-export-", ".zip");
            long room = Files.getFileStore(path).getUsableSpace() - ROOM_FOR_OTHERS;
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(path);
            return new Spool(file, Math.clamp(room, 0, largest));
        } catch (IOException failure) {
            throw new UncheckedIOException("an archive cannot be written to the directory for it", failure);
        }
    }

    /** Where it is written. Refuses what is larger than it may be. */
    OutputStream in() {
        OutputStream to = Channels.newOutputStream(file);
        return new OutputStream() {

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (file.position() + length > largest) {
                    throw new ProblemException(ProblemCode.EXPORT_TOO_LARGE);
                }
                to.write(bytes, offset, length);
            }
        };
    }

    long size() {
        try {
            return file.size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends it; breaks off, with an IOException, where that lasts longer. */
    void sendTo(OutputStream reader, Duration longest) throws IOException {
        long until = System.nanoTime() + longest.toNanos();
        ByteBuffer piece = ByteBuffer.allocate(AT_ONCE);
        file.position(0);
        while (file.read(piece) > 0) {
            if (System.nanoTime() > until) {
                throw new IOException("the reader takes too long");
            }
            reader.write(piece.array(), 0, piece.position());
            piece.clear();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
