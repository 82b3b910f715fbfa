package feewright.stripe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays Stripe on a socket. POSTs are executed once per idempotency key and answered with what is stored under it, errors included, as
 * Stripe does; a script says what becomes of each answer on its way.
 */
final class ScriptedStripe implements AutoCloseable {

    /** A request as it came. */
    record Request(String method, String path, Map<String, String> headers, Map<String, String> fields) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    record Reply(int status, Map<String, String> headers, String body) {

        static Reply ok(String body) {
            return new Reply(200, Map.of(), body);
        }

        static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        Reply with(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Reply(status, all, body);
        }
    }

    /** What becomes of a request: whether it is executed, whether its answer is stored, and how the connection fares. */
    enum Fate {
        ANSWERED,
        TURNED_AWAY,
        RESET_BEFORE,
        RESET_AFTER,
        SILENT_BEFORE,
        SILENT_AFTER,
        TRICKLING
    }

    record Move(Fate fate, Reply reply) {}

    private final ServerSocket socket;
    private final Map<String, Deque<Move>> script = new ConcurrentHashMap<>();
    private final Map<String, Reply> stored = new ConcurrentHashMap<>();
    private final Map<String, Integer> executed = new ConcurrentHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();

    ScriptedStripe() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Plays the moves for requests such as {@code "POST /v1/payment_intents"}, one after another; the last one stays. */
    ScriptedStripe on(String request, Move... moves) {
        script.put(request, new ArrayDeque<>(Arrays.asList(moves)));
        return this;
    }

    ScriptedStripe on(String request, Reply... replies) {
        return on(
                request,
                Arrays.stream(replies)
                        .map(reply -> new Move(Fate.ANSWERED, reply))
                        .toArray(Move[]::new));
    }

    /** How often a key was executed: the charges that were made under it. */
    int executed(String key) {
        return executed.getOrDefault(key, 0);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                if (!play(connection, request)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client hung up, which is what some of the tests are about.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean play(Socket connection, Request request) throws IOException, InterruptedException {
        Move move = next(request.method() + " " + request.path());
        Reply reply = switch (move.fate()) {
            case TURNED_AWAY, RESET_BEFORE, SILENT_BEFORE -> move.reply();
            case ANSWERED, RESET_AFTER, SILENT_AFTER, TRICKLING -> execute(request, move.reply());
        };
        switch (move.fate()) {
            case RESET_BEFORE, RESET_AFTER -> {
                connection.setSoLinger(true, 0);
                return false;
            }
            case SILENT_BEFORE, SILENT_AFTER -> Thread.sleep(3_000);
            case TRICKLING -> {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 60; i++) {
                    connection.getOutputStream().write(' ');
                    connection.getOutputStream().flush();
                    Thread.sleep(50);
                }
                return false;
            }
            case ANSWERED, TURNED_AWAY -> write(connection, reply);
        }
        return true;
    }

    private Reply execute(Request request, Reply reply) {
        String key = request.header("Idempotency-Key");
        if (key.isEmpty()) {
            return reply;
        }
        return stored.computeIfAbsent(key, executing -> {
            executed.merge(executing, 1, Integer::sum);
            return reply;
        });
    }

    private Move next(String request) {
        Deque<Move> moves = script.get(request);
        if (moves == null) {
            return new Move(Fate.TURNED_AWAY, Reply.of(404, "{\"error\":{\"type\":\"invalid_request_error\"}}"));
        }
        synchronized (moves) {
            return moves.size() > 1 ? moves.removeFirst() : moves.getFirst();
        }
    }

    private static void write(Socket connection, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\n");
        head.append("Content-Type: application/json\r\nRequest-Id: req_1\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\n\r\n");
        connection.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().write(body);
        connection.getOutputStream().flush();
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        String[] words = line.split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int query = words[1].indexOf('?');
        return new Request(
                words[0],
                query < 0 ? words[1] : words[1].substring(0, query),
                headers,
                fields(query < 0 ? body : words[1].substring(query + 1)));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
