package feewright.platform;

import java.util.Optional;

/**
 * Port: idempotency keys of writing requests. A key is a claim: held by the transaction that makes the effect, and released
 * with it if there is none.
 */
public interface IdempotencyKeys {

    /** A key of one caller, which holds no words of his, with the SHA-256 of method, path and body in hex. */
    record IdempotencyKey(String key, String requestHash) {}

    /** What was answered the first time. */
    record StoredResponse(String requestHash, int status, String location, ResponseBody body) {}

    /** The body of an answer. It quotes content, so it prints as a mask; it may be longer than any one content. */
    record ResponseBody(String text) {

        @Override
        public String toString() {
            return "[content]";
        }
    }

    /** Claims the key, waiting for another holder to finish; the stored answer if it was used before. */
    Optional<StoredResponse> claim(FirmId firm, PersonId caller, IdempotencyKey key);

    /** Keeps the answer of a claimed key. */
    void answer(FirmId firm, PersonId caller, IdempotencyKey key, StoredResponse answer);

    /** Gives a claimed key back: the request changed nothing. */
    void release(FirmId firm, PersonId caller, IdempotencyKey key);
}
