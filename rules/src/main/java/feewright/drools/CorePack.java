package feewright.drools;

import feewright.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of the core pack, which are packaged with this module: for each rule of the catalogue its rule and its scenarios. */
final class CorePack {

    private static final String ROOT = "/feewright/pack/";

    private CorePack() {}

    /** What is there; the loading checks find what is not. */
    static PackFiles read() {
        List<PackFile> files = new ArrayList<>();
        for (RuleSet set : RuleSet.values()) {
            add(files, set, PackFile.SHARED_FACTS);
            for (String name : CoreCatalogue.names(set)) {
                add(files, set, CoreCatalogue.stem(name) + ".drl");
                add(files, set, CoreCatalogue.stem(name) + ".yaml");
            }
        }
        return new PackFiles(files);
    }

    private static void add(List<PackFile> files, RuleSet set, String name) {
        try (InputStream in = CorePack.class.getResourceAsStream(ROOT + set.folder() + "/" + name)) {
            if (in != null) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                files.add(new PackFile(RuleLayer.CORE, set, name, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
