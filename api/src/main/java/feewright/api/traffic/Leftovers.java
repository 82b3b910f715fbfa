package feewright.api.traffic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What is left of a body that nobody read. Its sender is answered first; then the rest is taken for a moment, without ever waiting for
 * it, because a connection that is closed while bytes come in is reset, and who is still sending would not see the answer. Whatever
 * comes after that is not read (https://datatracker.ietf.org/doc/html/rfc9112#section-9.6).
 */
final class Leftovers {

    private static final long MOMENT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Leftovers() {}

    /** Answers, and takes the rest for a moment. */
    static void drain(Request request, Response response) throws IOException {
        if (request.isAsync() || isFinished(request) || isBroken(request)) {
            return;
        }
        response.finishResponse();
        if (request.getHeader("Expect") == null) {
            swallow(request);
        }
        if (!isFinished(request)) {
            leave(request, response);
        }
    }

    /** Answers, and takes nothing more from this connection. */
    static void leave(Request request, Response response) throws IOException {
        response.finishResponse();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void swallow(Request request) {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        ApplicationBufferHandler sink = new Sink();
        long end = System.nanoTime() + MOMENT_NANOS;
        try {
            while (!isFinished(request) && System.nanoTime() - end < 0) {
                raw.action(ActionCode.AVAILABLE, true);
                if (raw.getAvailable() > 0) {
                    raw.doRead(sink);
                } else {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (IOException gone) {
            // Nobody is left to be answered.
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFinished(Request request) {
        AtomicBoolean finished = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, finished);
        return finished.get();
    }

    private static boolean isBroken(Request request) {
        AtomicBoolean broken = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.IS_ERROR, broken);
        return broken.get();
    }

    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
