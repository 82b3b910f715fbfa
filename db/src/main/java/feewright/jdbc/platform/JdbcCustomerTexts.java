package feewright.jdbc.platform;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public final class JdbcCustomerTexts implements CustomerTexts {

    private final Statements statements;

    public JdbcCustomerTexts(Statements statements) {
        this.statements = statements;
    }

    private record ContentRow(UUID subject, String field, String body) {}

    @Override
    public void write(FirmId firm, Map<CustomerTextKey, CustomerText> texts) {
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
                insert into customer_text (firm_id, subject_id, field, body)
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
    public Map<CustomerTextKey, CustomerText> of(FirmId firm, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<CustomerTextKey, CustomerText> texts = new HashMap<>();
        statements
                .rows(
                        """
                        select subject_id, field, body
                        from customer_text
                        where firm_id = :firm and subject_id = any(:subjects) and body is not null
                        """,
                        Parameters.of(firm).uuids("subjects", subjects),
                        row -> new ContentRow(row.uuid("subject_id"), row.text("field"), row.text("body")))
                .forEach(row ->
                        texts.put(new CustomerTextKey(row.subject(), row.field()), new CustomerText(row.body())));
        return texts;
    }
}
