package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.TestFirm.Caller;
import feewright.firm.Role;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** A firm whose every text is the same odd word, so that the word shows wherever a text goes (requirement T3). */
final class Canary {

    /** No code, id, date or number looks like it: what holds it is content, or was refused. */
    static final String WORD = "Kanarien_Vogel";

    /** The texts that end up as content: names, descriptions, reasons, the signatory. */
    static final List<String> FIELDS = List.of(
            "name",
            "email",
            "signatory",
            "description@1",
            "description@2",
            "rejection@1",
            "line-1",
            "client-name",
            "override-reason",
            "reason");

    final TestFirm firm = TestFirm.open();
    final List<Reply> errors = new ArrayList<>();
    final String client;
    final String person;
    final String engagement;
    final String entry;

    private Canary() {
        client = created("/v1/clients", "{\"name\": \"%s\"}".formatted(WORD));
        person = created("/v1/people", "{\"name\": \"%1$s\", \"email\": \"%1$s@example.com\"}".formatted(WORD));
        created("/v1/clients/" + firm.client + "/projects", "{\"name\": \"%s\"}".formatted(WORD));
        engagement = created("/v1/engagements", draft());
        firm.admin()
                .post(
                        "/v1/engagements/" + engagement + "/signature",
                        Bodies.signature().replace("Ann Lee", WORD))
                .expect(201);
        entry = time(60);
    }

    /** Plants the word in every text that the API takes, in the way of every use case. */
    static Canary planted() {
        Canary canary = new Canary();
        canary.reviewTime();
        canary.importTime();
        canary.issue();
        canary.moveMoney();
        canary.run();
        return canary;
    }

    private String draft() {
        return "{\"client_id\": \"%s\", \"terms\": %s}".formatted(client, Bodies.mixedTerms(false));
    }

    private String time(int minutes) {
        return firm.staff().post("/v1/time-entries", note(minutes)).expect(201).text("/id");
    }

    String note(int minutes) {
        return Bodies.time(firm, engagement, minutes).replace("Month end", WORD);
    }

    private void reviewTime() {
        String path = "/v1/time-entries/" + entry;
        firm.staff().put(path, "\"1\"", note(90)).expect(200);
        firm.staff().post(path + "/submission", "{\"version\": 2}").expect(200);
        firm.admin().post(path + "/approval", "{\"version\": 2}").expect(200);
        String rejected = "/v1/time-entries/" + time(30);
        firm.staff().post(rejected + "/submission", "{\"version\": 1}").expect(200);
        firm.admin()
                .post(rejected + "/rejection", "{\"version\": 1, \"reason\": \"%s\"}".formatted(WORD))
                .expect(200);
    }

    /** One good row, and rows that are bad in each way, all with the word in every cell that may hold one. */
    private void importTime() {
        String rows = """
            Email,User,Client,Project,Description,Start date,Duration,Billable
            %1$s@example.com,%1$s,%1$s,%1$s,%1$s,2026-02-05,01:00:00,Yes
            nobody-%1$s@example.com,%1$s,%1$s,%1$s,%1$s,2026-02-05,01:00:00,Yes
            %1$s@example.com,%1$s,nobody %1$s,%1$s,%1$s,2026-02-05,01:00:00,Yes
            %1$s@example.com,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s
            %1$s@example.com,%1$s,%1$s,%1$s,%1$s,2026-02-05,99:00:00,Yes
            ,,,,%1$s,,,
            """.formatted(WORD);
        Reply report = csv(firm.admin(), "", rows).expect(200);
        assertThat(report.json().at("/imported").asInt()).isEqualTo(1);
        assertThat(report.body()).doesNotContain(WORD);
    }

    Reply csv(Caller caller, String query, String rows) {
        return firm.server.send(caller.request("/v1/time-entries/imports" + query)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", WORD + "-import-" + rows.hashCode() + query.hashCode())
                .POST(HttpRequest.BodyPublishers.ofString(rows)));
    }

    private void issue() {
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        firm.master().post(invoices, "{}", WORD + "-issue").expect(201);
        firm.master().post(invoices, charge("")).expect(201);
        firm.master()
                .post("/v1/invoices", charge("\"client_id\": \"%s\", \"currency\": \"USD\",".formatted(client)))
                .expect(201);
        Reply refused = firm.admin()
                .post("/v1/invoices", charge("\"client_id\": \"%s\", \"currency\": \"USD\",".formatted(client)));
        errors.add(refused.problem(422, "refused-by-rules"));
    }

    /** A reason or a reference for everything that money can do. */
    private void moveMoney() {
        String other = Bodies.signed(firm, false);
        String invoice = created("/v1/engagements/" + other + "/invoices", "{}");
        String reason = "\"reason\": \"%s\"".formatted(WORD);
        String amount = "\"amount\": {\"amount\": \"10.00\", \"currency\": \"USD\"}";
        String payment = created(
                "/v1/invoices/" + invoice + "/payments",
                "{%s, \"method\": \"wire\", \"reference\": \"%s\"}".formatted(amount, WORD));
        created("/v1/payments/" + payment + "/refunds", "{%s, %s}".formatted(amount, reason));
        created("/v1/invoices/" + invoice + "/write-offs", "{%s, %s}".formatted(amount, reason));
        created(
                "/v1/invoices/" + invoice + "/credit-notes",
                "{\"lines\": [{\"number\": 1, %s}], \"excess\": \"credit\", %s}".formatted(amount, reason));
        String credit = created(
                "/v1/clients/" + firm.client + "/credits",
                "{\"source\": \"promotional\", %s, %s}".formatted(amount, reason));
        firm.admin()
                .post("/v1/credits/" + credit + "/reversal", "{" + reason + "}")
                .expect(200);
        String wrong = created("/v1/engagements/" + other + "/invoices", "{}");
        created("/v1/invoices/" + wrong + "/void", "{" + reason + "}");
        errors.add(firm.admin()
                .post("/v1/invoices/" + wrong + "/void", "{" + reason + "}")
                .problem(422, "refused-by-rules"));
    }

    /** A run that finds what it lists, and sets something aside. */
    private void run() {
        Runs.automatic(firm);
        String held = Runs.automatic(firm, "hold_for_person");
        Runs.finished(firm.admin(), "{\"dry_run\": true}");
        Runs.finished(firm.admin(), "{\"engagement_id\": \"%s\"}".formatted(held));
    }

    static String charge(String more) {
        return """
            {%1$s "override": {"reason": "%2$s"},
             "charges": [{"description": "%2$s", "amount": {"amount": "10.00", "currency": "USD"}}]}
            """.formatted(more, WORD);
    }

    private String created(String path, String body) {
        return firm.admin().post(path, body).expect(201).text("/id");
    }

    /** What the platform operator can ask for. */
    List<Reply> seenByThePlatform() {
        Caller operator = firm.as(Role.PLATFORM_OPERATOR);
        List<Reply> seen = new ArrayList<>();
        for (String list : List.of(
                "/v1/invoices",
                "/v1/billing-runs",
                "/v1/set-aside-engagements",
                "/v1/journal-entries",
                "/v1/clients/" + firm.client + "/statement?from=2026-01-01&until=2027-01-01",
                "/v1/decisions",
                "/v1/audit-events",
                "/v1/rule-packs")) {
            Reply reply = operator.get(list).expect(200);
            seen.add(reply);
            if (!list.equals("/v1/audit-events") && !list.contains("?")) {
                reply.json().at("/items").forEach(item -> {
                    if (item.has("id")) {
                        seen.add(operator.get(list + "/" + item.at("/id").asString(""))
                                .expect(200));
                    }
                });
            }
        }
        return seen;
    }
}
