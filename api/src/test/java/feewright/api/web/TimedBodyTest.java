package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;

/** Requirement W6: a body has a size and a time. */
class TimedBodyTest {

    private static final TimedBody SMALL = new TimedBody(100_000, Duration.ofSeconds(30));

    @Test
    void a_body_that_fits_is_read_whole() throws IOException {
        byte[] sent = new byte[100_000];
        sent[99_999] = 7;

        assertThat(SMALL.read(new Message(-1, new ByteArrayInputStream(sent)))).isEqualTo(sent);
        assertThat(SMALL.read(new Message(0, InputStream.nullInputStream()))).isEmpty();
    }

    @Test
    void a_body_that_tells_it_is_too_large_is_refused_unread() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        assertRefused("body-too-large", SMALL, new Message(100_001, unread));
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused() {
        assertRefused("body-too-large", SMALL, new Message(-1, new ByteArrayInputStream(new byte[100_001])));
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_refused_when_its_time_is_up() {
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return 1;
            }
        };

        assertRefused("body-too-slow", new TimedBody(100_000, Duration.ofMillis(100)), new Message(-1, slow));
    }

    @Test
    void a_body_that_stalls_is_refused_as_slow() {
        InputStream stalled = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        assertRefused("body-too-slow", SMALL, new Message(-1, stalled));
    }

    private static void assertRefused(String code, TimedBody body, HttpInputMessage message) {
        assertThatThrownBy(() -> body.read(message))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private record Message(long length, InputStream getBody) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            if (length >= 0) {
                headers.setContentLength(length);
            }
            return headers;
        }

        @Override
        public InputStream getBody() {
            return getBody;
        }
    }
}
