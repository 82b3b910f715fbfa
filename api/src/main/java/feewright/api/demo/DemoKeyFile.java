package feewright.api.demo;

import com.nimbusds.jose.jwk.RSAKey;
import feewright.api.security.DemoKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** Keeps the demo's key beside its data, so that printed tokens outlive a restart. Readable by its owner only, where files can be so. */
final class DemoKeyFile {

    private DemoKeyFile() {}

    static DemoKey readOrMake(Path file) {
        try {
            if (Files.exists(file)) {
                return new DemoKey(RSAKey.parse(Files.readString(file)));
            }
            DemoKey made = DemoKey.make();
            Files.createDirectories(file.toAbsolutePath().getParent());
            create(file);
            Files.writeString(file, made.pair().toJSONString());
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("the key of the demo cannot be kept", failure);
        } catch (ParseException unreadable) {
            throw new IllegalStateException(
                    "the key of the demo is unreadable: delete " + file + " to have a new one made", unreadable);
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
