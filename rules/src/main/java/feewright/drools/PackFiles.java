package feewright.drools;

import feewright.platform.Sha256;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All files of a pack, sorted by origin and path: what its hash names. */
record PackFiles(List<PackFile> files) {

    PackFiles {
        files = files.stream()
                .sorted(Comparator.comparing(PackFile::origin).thenComparing(PackFile::path))
                .toList();
    }

    List<PackFile> rules() {
        return only(PackFile::isRule);
    }

    List<PackFile> scenarios() {
        return only(PackFile::isScenarios);
    }

    List<PackFile> sharedFacts(RuleSet set) {
        return only(file -> file.isSharedFacts() && file.set() == set);
    }

    PackFiles with(List<PackFile> more) {
        return new PackFiles(Stream.concat(files.stream(), more.stream()).toList());
    }

    private List<PackFile> only(Predicate<PackFile> wanted) {
        return files.stream().filter(wanted).toList();
    }

    /** SHA-256 over origins, paths and contents. Each part is preceded by its length, so that no two packs read the same. */
    PackHash hash() {
        MessageDigest digest = Sha256.digest();
        for (PackFile file : files) {
            feed(digest, file.origin().code());
            feed(digest, file.path());
            feed(digest, file.text());
        }
        return new PackHash(Sha256.hex(digest));
    }

    private static void feed(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
