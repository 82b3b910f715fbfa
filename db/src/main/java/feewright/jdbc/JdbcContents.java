package feewright.jdbc;

import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class JdbcContents implements Contents {

    private final Statements statements;

    JdbcContents(Statements statements) {
        this.statements = statements;
    }

    private record ContentRow(UUID subject, String field, String body) {}

    @Override
    public void write(FirmId firm, Map<ContentKey, Content> texts) {
        if (texts.isEmpty()) {
            return;
        }
        List<ContentRow> rows = texts.entrySet().stream()
                .map(text -> new ContentRow(
                        text.getKey().subject(),
                        text.getKey().field(),
                        text.getValue().text()))
                .toList();
        statements.change(
                """
                insert into content (firm_id, subject_id, field, body)
                select :firm, subject_id, field, body
                from unnest(:subjects::uuid[], :fields::text[], :bodies::text[]) as t (subject_id, field, body)
                """,
                Parameters.of(firm)
                        .rows(rows)
                        .uuid("subjects", ContentRow::subject)
                        .text("fields", ContentRow::field)
                        .text("bodies", ContentRow::body)
                        .parameters());
    }

    @Override
    public Map<ContentKey, Content> of(FirmId firm, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<ContentKey, Content> texts = new HashMap<>();
        statements
                .rows(
                        """
                        select subject_id, field, body
                        from content
                        where firm_id = :firm and subject_id = any(:subjects) and body is not null
                        """,
                        Parameters.of(firm).uuids("subjects", subjects),
                        row -> new ContentRow(row.uuid("subject_id"), row.text("field"), row.text("body")))
                .forEach(row -> texts.put(new ContentKey(row.subject(), row.field()), new Content(row.body())));
        return texts;
    }
}
