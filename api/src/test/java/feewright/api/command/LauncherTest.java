package feewright.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/feewright}: which Java and which jar it takes, and what it says without. Every Java here only prints its arguments. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "deploy", "feewright");

    @TempDir
    private Path root;

    private Path launcher;

    private record Ended(int code, String text) {}

    /** As it is installed: in {@code bin}, its jar in {@code lib}. The usual directory of Javas is one of this test. */
    @BeforeEach
    void install() throws IOException {
        launcher = root.resolve("opt/bin/feewright");
        Files.createDirectories(launcher.getParent());
        Files.createDirectories(root.resolve("opt/lib"));
        Files.writeString(root.resolve("opt/lib/feewright.jar"), "");
        String script = Files.readString(LAUNCHER)
                .replace("/usr/lib/jvm/*", root.resolve("jvm") + "/*")
                .replaceAll("/(opt/java/|opt/jdk|usr/local/lib/jvm/|Library/)", root + "/none/");
        executable(launcher, script);
    }

    @Test
    void it_takes_the_java_of_java_home_where_that_is_new_enough() throws Exception {
        Path home = java("external/jdk-26", "26.0.1");
        java("jvm/jdk-25", "25.0.1");

        Ended ended = run(Map.of("JAVA_HOME", home.toString()), "bill", "--firm", "a firm");

        assertThat(ended.text())
                .startsWith("jdk-26")
                .contains("-XX:+ExitOnOutOfMemoryError", "[-jar]", "lib/feewright.jar] [bill] [--firm] [a firm]");
        assertThat(ended.code()).isEqualTo(7);
    }

    @Test
    void it_passes_over_what_is_too_old_and_looks_where_javas_usually_are() throws Exception {
        Path old = java("jvm/java-17", "17.0.15");
        java("jvm/temurin-25", "25.0.1");

        Ended ended = run(Map.of("JAVA_HOME", old.toString(), "PATH", old + "/bin:" + System.getenv("PATH")), "serve");

        assertThat(ended.text()).startsWith("temurin-25");
    }

    @Test
    void a_java_without_a_release_file_is_asked_itself() throws Exception {
        Path home = java("external/jdk", "25.0.1");
        Files.delete(home.resolve("release"));

        Ended ended = run(Map.of("JAVA_HOME", home.toString()), "serve");

        assertThat(ended.text()).startsWith("jdk");
    }

    @Test
    void without_a_java_it_says_what_it_needs_and_what_it_found() throws Exception {
        Path old = java("jvm/java-17", "17.0.15");

        Ended ended = run(Map.of("PATH", old + "/bin:" + tools()), "serve");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.text())
                .contains("feewright: Java 25 or newer is needed, and none was found.")
                .contains(old + "/bin/java (17)")
                .contains("set JAVA_HOME");
    }

    @Test
    void without_a_jar_it_says_where_it_looked() throws Exception {
        java("jvm/jdk-25", "25.0.1");
        Files.delete(root.resolve("opt/lib/feewright.jar"));

        Ended missing = run(Map.of(), "serve");
        Ended misnamed = run(Map.of("FEEWRIGHT_JAR", "/nowhere.jar"), "serve");

        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.text()).contains("there is no feewright.jar in", "opt/lib", "FEEWRIGHT_JAR");
        assertThat(misnamed.code()).isEqualTo(4);
        assertThat(misnamed.text()).contains("FEEWRIGHT_JAR names /nowhere.jar");
    }

    @Test
    void it_passes_options_of_the_virtual_machine_and_is_called_through_links() throws Exception {
        java("jvm/jdk-25", "25.0.1");
        Path link = Files.createSymbolicLink(root.resolve("linked"), Path.of("opt/bin/feewright"));
        launcher = link;

        Ended ended = run(Map.of("JAVA_OPTS", "-Xmx1g -Da=b", "FEEWRIGHT_JAVA_OPTS", "-Xmx2g"), "serve");

        assertThat(ended.text()).contains("[-Xmx1g] [-Da=b] [-Xmx2g] [-jar]", "lib/feewright.jar] [serve]");
    }

    /** A Java that says its directory and its arguments, and ends with 7. */
    private Path java(String directory, String version) throws IOException {
        Path home = Files.createDirectories(root.resolve(directory));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"None\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        executable(home.resolve("bin/java"), """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "%s"' >&2
                exit 0
            fi
            printf %s
            printf ' [%%s]' "$@"
            exit 7
            """.formatted(version, home.getFileName()));
        return home;
    }

    /** A directory that has what the script calls, and no Java. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : List.of("sed", "head", "dirname", "readlink")) {
            Path found = Stream.of("/usr/bin/", "/bin/")
                    .map(bin -> Path.of(bin + tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            executable(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(found));
        }
        return tools;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", root.resolve("none").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
