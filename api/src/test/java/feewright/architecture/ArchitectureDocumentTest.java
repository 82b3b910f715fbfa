package feewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the picture of {@code docs/architecture.md} true: its modules are those that are built, its packages those of the engine. */
class ArchitectureDocumentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void the_picture_has_the_modules_that_are_built_for_the_product() throws IOException {
        Set<String> built = found("<module>([a-z]+)</module>", Files.readString(ROOT.resolve("pom.xml")));
        built.removeAll(Set.of("bench", "format"));

        Set<String> drawn = found("(?:│ +│ +|│ +|─ )(api|engine|rules|db|stripe)[: ]", picture());

        assertThat(drawn).isEqualTo(built);
    }

    @Test
    void the_picture_has_the_packages_of_the_engine_in_the_order_that_is_held() throws IOException {
        String line = picture().replaceAll("[│\\s]+", " ").replaceAll(".*engine: (.*?) types,.*", "$1");

        List<String> drawn = Arrays.stream(line.split(" ?[→;] ?"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();

        assertThat(drawn).containsExactlyElementsOf(MapTest.packages());
        assertThat(new TreeSet<>(drawn)).isEqualTo(directories(ROOT.resolve("engine/src/main/java/feewright")));
    }

    private static String picture() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        int start = page.indexOf("```\n") + 4;
        return page.substring(start, page.indexOf("```", start));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> directories(Path of) throws IOException {
        try (Stream<Path> paths = Files.list(of)) {
            return paths.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
