package feewright.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The firing log as a file (requirement X5). */
class DecisionLogTest {

    private static final int MORE_THAN_ARE_READ_AT_ONCE = 203;

    private final TestFirm firm = TestFirm.open();

    @Test
    void all_that_matches_comes_as_rows_however_long_the_log_is_X5() {
        String invoices = "/v1/engagements/" + Bodies.draft(firm, false) + "/invoices";
        firm.admin()
                .post("/v1/engagements/" + Bodies.signed(firm, false) + "/invoices", "{}")
                .expect(201);
        for (int i = 0; i < MORE_THAN_ARE_READ_AT_ONCE; i++) {
            firm.admin().post(invoices, "{}").problem(409, "engagement-not-signed");
        }

        List<String> rows = csv("/v1/decisions?outcome=refused&rule=ENGINE-04");

        assertThat(rows).hasSize(MORE_THAN_ARE_READ_AT_ONCE);
        assertThat(rows).allMatch(row -> row.contains(",violation,ENGINE-04,"));
        assertThat(ids(rows)).hasSize(MORE_THAN_ARE_READ_AT_ONCE);
        assertThat(csv("/v1/decisions?rule=NO-99")).isEmpty();
    }

    @Test
    void the_rules_behind_an_invoice_are_found_by_it_with_the_facts_that_they_fired_on_X5() {
        String engagement = Bodies.signed(firm, false);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        Reply first = firm.admin().post(invoices, "{}").expect(201);
        Reply second = firm.admin().post(invoices, "{}").expect(201);
        String path = "/v1/decisions?invoice_id=" + second.text("/id");
        firm.admin()
                .post("/v1/invoices/" + second.text("/id") + "/void", "{\"reason\": \"A mistake\"}")
                .expect(201);

        List<String> rows = csv(path);

        Set<String> listed = new TreeSet<>();
        firm.admin()
                .get(path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(decision -> listed.add(decision.at("/id").asString()));
        assertThat(ids(rows)).isEqualTo(listed).hasSize(2).contains(second.text("/decision_id"));
        assertThat(rows)
                .anyMatch(row -> row.contains(",justification,INV-06,,line/1"))
                .anyMatch(row -> row.contains(",firing,INV-06,") && row.contains("engagement/" + engagement))
                .anyMatch(row -> row.contains(",void_invoice,"))
                .noneMatch(row -> row.contains(first.text("/decision_id")));
    }

    private static Set<String> ids(List<String> rows) {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(row.substring(0, row.indexOf(','))));
        return ids;
    }

    /** The rows below the header. */
    private List<String> csv(String path) {
        Reply reply = Server.running()
                .send(firm.admin().request(path).header("Accept", "text/csv").GET())
                .expect(200);
        List<String> lines = new ArrayList<>(reply.body().lines().toList());
        assertThat(lines.removeFirst())
                .isEqualTo("decision_id,decided_at,rule_set,action,subject,outcome,pack,actor_id,actor_roles,"
                        + "kind,code,rule,about");
        return lines;
    }
}
