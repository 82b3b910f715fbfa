package feewright.api.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** A file of an archive as it comes out: refused where it is much more than went in, or all of it is more than a firm has. */
final class Inflated extends FilterInputStream {

    /** Rows of ours shrink to a tenth, sparse ones to a fiftieth. */
    private static final long LARGEST_RATIO = 200;

    /** What is small may shrink as far as it likes. */
    private static final long SMALL = 10L << 20;

    private static final long LARGEST = 200L << 30;

    private final ZipEntry entry;
    private long count;

    Inflated(ZipEntry entry, InputStream from) {
        super(from);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) {
        count += more;
        if (count > LARGEST || (count > SMALL && count / LARGEST_RATIO > entry.getCompressedSize())) {
            throw new ImportRejected("inflates-too-much: " + entry.getName());
        }
    }
}
