package feewright.api.demo;

import com.nimbusds.jose.jwk.RSAKey;
import feewright.api.security.DemoKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.function.Supplier;

/** Keeps the demo's key beside its data, so that printed tokens outlive a restart. Readable by its owner only, where files can be so. */
final class DemoKeyFile {

    private DemoKeyFile() {}

    static DemoKey readOrMake(Path file) {
        try {
            return new DemoKey(
                    RSAKey.parse(kept(file, () -> DemoKey.make().pair().toJSONString())));
        } catch (ParseException unreadable) {
            throw new IllegalStateException(
                    "the key of the demo is unreadable: delete " + file + " to have a new one made", unreadable);
        }
    }

    /** The text of the file, which is made if there is none. */
    static String kept(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                create(file);
                Files.writeString(file, made.get());
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("the key of the demo cannot be kept", failure);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(file);
        }
    }
}
