package feewright.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database of the demo: what was written is there after a restart, however the last run ended. */
class EmbeddedDatabaseTest {

    private Path directory;
    private int port;

    @BeforeEach
    void chooseAPlace() throws IOException {
        directory = Files.createTempDirectory(Path.of("target"), "demo");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    void data_survives_a_restart_and_a_crash() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(directory, port)) {
            Migrations.run(first.url(), first.owner(), first.app().password());
            ask(first, first.owner(), "create table kept as select 1 as n");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(directory, port)) {
            Migrations.run(second.url(), second.owner(), second.app().password());
            assertThat(ask(second, second.owner(), "select n from kept")).isEqualTo("1");
        }
        Files.writeString(
                directory.resolve("postmaster.pid"),
                "%d\nstale\n".formatted(ProcessHandle.current().pid()));
        try (EmbeddedDatabase third = EmbeddedDatabase.start(directory, port)) {
            assertThat(ask(third, third.app(), "select current_user")).isEqualTo("feewright_app");
        }
    }

    @Test
    void a_server_that_its_killed_application_left_behind_is_taken_over() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Started.class.getName(),
                        directory.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = killed.inputReader()) {
            assertThat(said.lines().filter("started"::equals).findFirst()).isPresent();
        }
        killed.destroyForcibly().waitFor();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(directory, port)) {
            assertThat(ask(next, next.owner(), "select 1")).isEqualTo("1");
        }
    }

    /** An application that starts its database and then waits for its end. */
    static final class Started {

        private Started() {}

        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println("started");
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_directory_in_use_is_left_alone() {
        try (EmbeddedDatabase running = EmbeddedDatabase.start(directory, port)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, 0)).isInstanceOf(IllegalStateException.class);
            assertThat(running.url()).contains(":" + port + "/");
        }
    }

    @Test
    void a_login_prints_without_its_password() {
        assertThat(new Login("someone", "secret").toString()).isEqualTo("Login[someone]");
    }

    /** The first value of the result; empty for a statement without one. */
    private static String ask(EmbeddedDatabase database, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
