package feewright.api.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket to this machine that says what it likes, and reads answers that tell their length. */
public final class Wire implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    private final Socket socket;

    public Wire(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a text of characters up to U+00FF, a byte each. */
    public Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends if the other end still listens. */
    public boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    /** Head and body of the next answer; what came until then, if the connection is closed before. */
    public String answer() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            while (text.indexOf("\r\n\r\n") < 0) {
                int unit = in.read();
                if (unit < 0) {
                    return text.toString();
                }
                text.append((char) unit);
            }
            Matcher length = LENGTH.matcher(text);
            int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return text.append(new String(in.readNBytes(bytes), StandardCharsets.UTF_8))
                    .toString();
        } catch (SocketException reset) {
            return text.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What comes until the other end closes. */
    public String rest() {
        StringBuilder text = new StringBuilder();
        for (String more = answer(); !more.isEmpty(); more = answer()) {
            text.append(more);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
