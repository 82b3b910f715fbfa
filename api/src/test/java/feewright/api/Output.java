package feewright.api;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Everything that this process prints, which is where the product logs to, while everything debugs that the product lets debug.
 * Kept and not passed on: it is long.
 */
final class Output implements AutoCloseable {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LoggingSystem logging = LoggingSystem.get(Output.class.getClassLoader());

    Output() {
        System.setOut(new PrintStream(kept, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(kept, true, StandardCharsets.UTF_8));
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.DEBUG);
        logging.setLogLevel("feewright", LogLevel.TRACE);
    }

    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        logging.setLogLevel("feewright", null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        System.setOut(out);
        System.setErr(err);
    }
}
