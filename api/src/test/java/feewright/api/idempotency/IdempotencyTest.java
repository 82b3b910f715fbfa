package feewright.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requirements I3 and W1: one key, one effect, one answer. */
class IdempotencyTest {

    private static final int SIMULTANEOUS = 50;

    private final TestFirm firm = TestFirm.open();

    @Test
    void the_same_key_gives_the_same_answer_and_no_second_effect() {
        Reply first = firm.admin()
                .post("/v1/clients", "{\"name\": \"Beta\"}", "key 1")
                .expect(201);

        Reply again = firm.admin()
                .post("/v1/clients", "{\"name\": \"Beta\"}", "key 1")
                .expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(firm.admin().get("/v1/clients").json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        firm.admin().post("/v1/clients", "{\"name\": \"Beta\"}", "key").expect(201);

        firm.admin().post("/v1/clients", "{\"name\": \"Gamma\"}", "key").problem(422, "idempotency-key-reused");
        firm.admin()
                .post("/v1/people", "{\"name\": \"Beta\", \"email\": \"b@example.com\"}", "key")
                .problem(422, "idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_one_person() {
        firm.admin().post("/v1/clients", "{\"name\": \"Beta\"}", "key").expect(201);

        firm.master().post("/v1/clients", "{\"name\": \"Gamma\"}", "key").expect(201);
    }

    @Test
    void a_refused_request_gives_its_key_back() {
        String engagement = Bodies.signed(firm, false);
        String entry = firm.staff()
                .post("/v1/time-entries", Bodies.time(firm, engagement, 60))
                .expect(201)
                .text("/id");
        String approval = "/v1/time-entries/" + entry + "/approval";

        firm.admin().post(approval, "{\"version\": 1}", "key").problem(422, "refused-by-rules");
        firm.staff()
                .post("/v1/time-entries/" + entry + "/submission", "{\"version\": 1}")
                .expect(200);

        firm.admin().post(approval, "{\"version\": 1}", "key").expect(200);
        assertThat(firm.admin()
                        .get("/v1/decisions?outcome=refused")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_writing_post_without_a_sound_key_is_refused() {
        HttpRequest.Builder bare =
                firm.admin().json("/v1/clients").POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Beta\"}"));

        firm.server.send(bare).problem(400, "idempotency-key-missing");
        firm.admin().post("/v1/clients", "{\"name\": \"B\"}", "k".repeat(101)).problem(400, "idempotency-key-invalid");
        firm.admin().post("/v1/clients", "{\"name\": \"B\"}", "a\tb").problem(400, "idempotency-key-invalid");
        assertThat(firm.admin().get("/v1/clients").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void fifty_simultaneous_uses_have_one_effect() throws InterruptedException, ExecutionException {
        String engagement = Bodies.signed(firm, false);
        String key = UUID.randomUUID().toString();
        CountDownLatch start = new CountDownLatch(1);

        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < SIMULTANEOUS; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}", key);
                }));
            }
            start.countDown();
            for (Future<Reply> call : calls) {
                replies.add(call.get());
            }
        }

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(replies.stream()
                        .filter(reply -> reply.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(firm.admin().get("/v1/invoices").json().at("/items").size()).isEqualTo(1);
    }
}
