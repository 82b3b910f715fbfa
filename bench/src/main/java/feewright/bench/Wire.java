package feewright.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to a server on this machine, kept alive for as long as the server lets it: a client that adds next to nothing to
 * what the server takes.
 */
final class Wire implements AutoCloseable {

    /** The server closes idle connections after some time. */
    private static final long LONGEST_IDLE_NANOS = 2_000_000_000L;

    private final int port;
    private final String token;
    private Socket socket;
    private long usedAt = System.nanoTime();

    Wire(int port, String token) {
        this.port = port;
        this.token = token;
        this.socket = open(port);
    }

    private static Socket open(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a request with an empty JSON object and waits for the whole answer. Gives the nanoseconds between; fails unless 2xx. */
    long send(String method, String path, String key) {
        byte[] request = """
            %s %s HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Idempotency-Key: %s\r
            Content-Length: 2\r
            \r
            {}\
            """.formatted(method, path, token, key).getBytes(StandardCharsets.US_ASCII);
        return exchange(request);
    }

    /** Sends a body of JSON under one more header, without a token. Gives the nanoseconds as above. */
    long post(String path, String header, String body) {
        return exchange("""
            POST %s HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            %s\r
            Content-Length: %d\r
            \r
            %s\
            """.formatted(path, header, body.length(), body).getBytes(StandardCharsets.US_ASCII));
    }

    private long exchange(byte[] request) {
        if (socket.isClosed() || System.nanoTime() - usedAt > LONGEST_IDLE_NANOS) {
            close();
            socket = open(port);
        }
        try {
            long before = System.nanoTime();
            socket.getOutputStream().write(request);
            String answer = answer(socket.getInputStream());
            usedAt = System.nanoTime();
            if (!answer.startsWith("HTTP/1.1 2")) {
                throw new IllegalStateException("the server answered " + answer);
            }
            if (answer.toLowerCase(Locale.ROOT).contains("connection: close")) {
                close();
            }
            return usedAt - before;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String answer(InputStream in) throws IOException {
        byte[] buffer = new byte[16_384];
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (true) {
            int length = in.read(buffer);
            if (length < 0) {
                throw new IOException("the server closed the connection");
            }
            read.write(buffer, 0, length);
            String text = read.toString(StandardCharsets.ISO_8859_1);
            if (isComplete(text)) {
                return text;
            }
        }
    }

    private static boolean isComplete(String text) {
        int body = text.indexOf("\r\n\r\n") + 4;
        if (body < 4) {
            return false;
        }
        String head = text.substring(0, body).toLowerCase(Locale.ROOT);
        int length = head.indexOf("content-length: ");
        if (length < 0) {
            return text.endsWith("\r\n0\r\n\r\n");
        }
        int value = length + "content-length: ".length();
        return text.length() == body + Integer.parseInt(head.substring(value, head.indexOf('\r', value)));
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
