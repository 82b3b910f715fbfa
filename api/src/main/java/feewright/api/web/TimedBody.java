package feewright.api.web;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpInputMessage;

/** Reads a whole body, as large as it may be and as long as it may take: whoever sends byte by byte holds a thread no longer than that. */
record TimedBody(int atMost, Duration within) {

    private static final int FIRST_BYTES = 8192;

    /** Refuses with 413 as soon as it is known, and with 408. */
    byte[] read(HttpInputMessage message) throws IOException {
        if (message.getHeaders().getContentLength() > atMost) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
        }
        long end = System.nanoTime() + within.toNanos();
        InputStream body = message.getBody();
        byte[] bytes = new byte[FIRST_BYTES];
        int length = 0;
        for (int more = next(body, bytes, length); more >= 0; more = next(body, bytes, length)) {
            length += more;
            if (length > atMost) {
                throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
            }
            if (System.nanoTime() - end > 0) {
                throw new ProblemException(ProblemCode.BODY_TOO_SLOW);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * length, atMost + 1));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int next(InputStream body, byte[] into, int from) throws IOException {
        try {
            return body.read(into, from, into.length - from);
        } catch (SocketTimeoutException stalled) {
            throw new ProblemException(ProblemCode.BODY_TOO_SLOW);
        }
    }
}
