package feewright.jdbc;

import feewright.firm.ConcurrentChange;
import feewright.firm.FirmId;
import feewright.firm.PersonId;
import feewright.firm.RequestKeys;
import java.util.Objects;
import java.util.Optional;

final class JdbcRequestKeys implements RequestKeys {

    private final Statements statements;

    JdbcRequestKeys(Statements statements) {
        this.statements = statements;
    }

    /** The insertion waits while another transaction holds the key; the look that follows sees what that one committed. */
    @Override
    public Optional<StoredAnswer> claim(FirmId firm, PersonId caller, RequestKey key) {
        int claimed = statements.change("""
            insert into request_key (firm_id, caller_id, request_key, request_hash)
            values (:firm, :caller, :key, :hash)
            on conflict (firm_id, caller_id, request_key) do nothing
            """, parameters(firm, caller, key).text("hash", key.requestHash()));
        if (claimed == 1) {
            return Optional.empty();
        }
        return Optional.of(stored(firm, caller, key).orElseThrow(() -> new ConcurrentChange("try-again")));
    }

    private Optional<StoredAnswer> stored(FirmId firm, PersonId caller, RequestKey key) {
        return statements.row(
                """
                select k.request_hash, a.status, a.location, a.body
                from request_key k
                join request_answer a
                    on a.firm_id = :firm and a.caller_id = k.caller_id and a.request_key = k.request_key
                where k.firm_id = :firm and k.caller_id = :caller and k.request_key = :key
                """,
                parameters(firm, caller, key),
                row -> new StoredAnswer(
                        row.text("request_hash"),
                        row.integer("status"),
                        row.text("location"),
                        new AnswerBody(Objects.requireNonNullElse(row.maybeText("body"), ""))));
    }

    @Override
    public void answer(FirmId firm, PersonId caller, RequestKey key, StoredAnswer answer) {
        statements.change(
                """
                insert into request_answer (firm_id, caller_id, request_key, status, location, body)
                values (:firm, :caller, :key, :status, :location, :body)
                """,
                parameters(firm, caller, key)
                        .integer("status", answer.status())
                        .text("location", answer.location())
                        .text("body", answer.body().text()));
    }

    @Override
    public void release(FirmId firm, PersonId caller, RequestKey key) {
        statements.change("""
            delete from request_key
            where firm_id = :firm and caller_id = :caller and request_key = :key
            """, parameters(firm, caller, key));
    }

    private static Parameters parameters(FirmId firm, PersonId caller, RequestKey key) {
        return Parameters.of(firm).uuid("caller", caller.value()).text("key", key.key());
    }
}
