package feewright.api.idempotency;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.EntityTag;
import feewright.platform.Actor;
import feewright.platform.IdempotencyKeys;
import feewright.platform.IdempotencyKeys.IdempotencyKey;
import feewright.platform.IdempotencyKeys.ResponseBody;
import feewright.platform.IdempotencyKeys.StoredResponse;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a writing request at most once for each key of a caller (requirement I3). The key is claimed first, which waits for a request
 * that holds it; the effect and its answer are kept in the same database transaction.
 */
@Component
public record IdempotentWrites(
        Transactions transactions, IdempotencyKeys keys, JsonMapper json, AfterCommit afterwards) {

    /** The header that names the key. */
    public static final String HEADER = "Idempotency-Key";

    /** In place of an answer that quoted what was purged since. */
    private static final String PURGED = "{\"texts_purged\":true}";

    private static final String REPLAYED = "Idempotency-Replayed";

    /** Runs {@code effect} unless its key was used; then the first answer is given again, byte for byte. */
    public ResponseEntity<byte[]> run(Actor actor, HttpServletRequest request, Supplier<WriteResponse> effect) {
        IdempotencyKey key =
                new IdempotencyKey(RequestDigest.key(request.getHeader(HEADER)), RequestDigest.of(request));
        ResponseEntity<byte[]> answer = transactions.in(actor, () -> {
            Optional<StoredResponse> stored = keys.claim(actor.firm(), actor.person(), key);
            return stored.isPresent() ? again(key, stored.get()) : first(actor, key, effect.get());
        });
        afterwards.committed(actor);
        return answer;
    }

    private ResponseEntity<byte[]> first(Actor actor, IdempotencyKey key, WriteResponse answer) {
        return switch (answer) {
            case WriteResponse.NotDone(Problem problem) -> {
                keys.release(actor.firm(), actor.person(), key);
                yield ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(json.writeValueAsBytes(problem));
            }
            case WriteResponse.Done done -> {
                String body = json.writeValueAsString(done.body());
                String location = done.location() == null ? "" : done.location();
                keys.answer(
                        actor.firm(),
                        actor.person(),
                        key,
                        new StoredResponse(key.requestHash(), done.status(), location, new ResponseBody(body)));
                yield answer(done.status(), location, body, headers -> {
                    if (done.version() != null) {
                        headers.eTag(EntityTag.of(done.version()));
                    }
                });
            }
        };
    }

    private static ResponseEntity<byte[]> again(IdempotencyKey key, StoredResponse stored) {
        if (!stored.requestHash().equals(key.requestHash())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        String body = stored.body().text().isEmpty() ? PURGED : stored.body().text();
        return answer(stored.status(), stored.location(), body, headers -> headers.header(REPLAYED, "true"));
    }

    private static ResponseEntity<byte[]> answer(
            int status, String location, String body, Consumer<ResponseEntity.BodyBuilder> headers) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (!location.isEmpty()) {
            answer.location(URI.create(location));
        }
        headers.accept(answer);
        return answer.body(body.getBytes(StandardCharsets.UTF_8));
    }
}
