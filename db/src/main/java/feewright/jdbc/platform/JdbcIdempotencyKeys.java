package feewright.jdbc.platform;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.IdempotencyKeys;
import feewright.platform.PersonId;
import java.util.Objects;
import java.util.Optional;

public final class JdbcIdempotencyKeys implements IdempotencyKeys {

    private final Statements statements;

    public JdbcIdempotencyKeys(Statements statements) {
        this.statements = statements;
    }

    /** The insertion waits while another transaction holds the key; the look that follows sees what that one committed. */
    @Override
    public Optional<StoredResponse> claim(FirmId firm, PersonId caller, IdempotencyKey key) {
        int claimed = statements.change("""
            insert into idempotency_key (firm_id, caller_id, idempotency_key, request_hash)
            values (:firm, :caller, :key, :hash)
            on conflict (firm_id, caller_id, idempotency_key) do nothing
            """, parameters(firm, caller, key).text("hash", key.requestHash()));
        if (claimed == 1) {
            return Optional.empty();
        }
        return Optional.of(stored(firm, caller, key).orElseThrow(() -> new ConcurrentChange("try-again")));
    }

    private Optional<StoredResponse> stored(FirmId firm, PersonId caller, IdempotencyKey key) {
        return statements.row(
                """
                select k.request_hash, a.status, a.location, a.body
                from idempotency_key k
                join idempotency_response a
                    on a.firm_id = :firm and a.caller_id = k.caller_id and a.idempotency_key = k.idempotency_key
                where k.firm_id = :firm and k.caller_id = :caller and k.idempotency_key = :key
                """,
                parameters(firm, caller, key),
                row -> new StoredResponse(
                        row.text("request_hash"),
                        row.integer("status"),
                        row.text("location"),
                        new ResponseBody(Objects.requireNonNullElse(row.maybeText("body"), ""))));
    }

    @Override
    public void answer(FirmId firm, PersonId caller, IdempotencyKey key, StoredResponse answer) {
        statements.change(
                """
                insert into idempotency_response (firm_id, caller_id, idempotency_key, status, location, body)
                values (:firm, :caller, :key, :status, :location, :body)
                """,
                parameters(firm, caller, key)
                        .integer("status", answer.status())
                        .text("location", answer.location())
                        .text("body", answer.body().text()));
    }

    @Override
    public void release(FirmId firm, PersonId caller, IdempotencyKey key) {
        statements.change("""
            delete from idempotency_key
            where firm_id = :firm and caller_id = :caller and idempotency_key = :key
            """, parameters(firm, caller, key));
    }

    private static Parameters parameters(FirmId firm, PersonId caller, IdempotencyKey key) {
        return Parameters.of(firm).uuid("caller", caller.value()).text("key", key.key());
    }
}
