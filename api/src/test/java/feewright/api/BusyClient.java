package feewright.api;

import feewright.api.TestFirm.Caller;
import feewright.api.payment.Collector;
import feewright.firm.Actor;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEventId;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * A client to whom everything happened that can happen, and whose every text holds one word. In what is meant for inside it is followed by
 * {@link #INSIDE}, in what the client is told by {@link #NOTE} and the act.
 */
final class BusyClient {

    static final String INSIDE = "Inside";
    static final String NOTE = "Note-";

    /** The acts of which the client is told something in words. */
    static final List<String> TOLD = List.of(
            "refund",
            "write-off",
            "credit-note",
            "grant",
            "goodwill",
            "reversal",
            "payout",
            "void",
            "override",
            "processor-refund",
            "pause",
            "ending");

    final TestFirm firm;
    final String word;
    final String id;
    final String engagement;
    /** Issued under the engagement, and paid by autopay; with an hourly line. */
    final String mixed;
    /** Of the payment of {@link #mixed}. */
    final String dispute;

    private BusyClient(TestFirm firm, String word) {
        this.firm = firm;
        this.word = word;
        id = firm.admin()
                .post("/v1/clients", "{\"name\": \"%s\"}".formatted(word), word)
                .expect(201)
                .text("/id");
        created("/v1/clients/" + id + "/projects", "{\"name\": \"Project %s\"}".formatted(word));
        engagement = signed();
        reviewTime();
        moveMoney(signed());
        unlinked();
        reviewCredit();
        cut(signed());
        autopay();
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        created(invoices, "{}");
        mixed = created(invoices, "{}");
        dispute = disputed();
        refundThroughProcessor();
        event();
    }

    static BusyClient of(TestFirm firm, String word) {
        return new BusyClient(firm, word);
    }

    private String signed() {
        String made = created(
                "/v1/engagements", "{\"client_id\": \"%s\", \"terms\": %s}".formatted(id, Bodies.mixedTerms(false)));
        created("/v1/engagements/" + made + "/signature", Bodies.signature().replace("Ann Lee", word));
        return made;
    }

    private String note(int minutes) {
        return Bodies.time(firm, engagement, minutes).replace("Month end", "About " + word);
    }

    private void reviewTime() {
        Caller staff = firm.staff();
        String entry = staff.post("/v1/time-entries", note(60)).expect(201).text("/id");
        String path = "/v1/time-entries/" + entry;
        staff.put(path, "\"1\"", note(90)).expect(200);
        staff.post(path + "/submission", "{\"version\": 2}").expect(200);
        firm.admin().post(path + "/approval", "{\"version\": 2}").expect(200);
        String rejected = "/v1/time-entries/"
                + staff.post("/v1/time-entries", note(30)).expect(201).text("/id");
        staff.post(rejected + "/submission", "{\"version\": 1}").expect(200);
        firm.admin()
                .post(rejected + "/rejection", "{\"version\": 1, %s}".formatted(reason()))
                .expect(200);
    }

    private void moveMoney(String other) {
        String amount = "\"amount\": {\"amount\": \"10.00\", \"currency\": \"USD\"}";
        String invoice = "/v1/invoices/" + created("/v1/engagements/" + other + "/invoices", "{}");
        String payment = created(
                invoice + "/payments", "{%s, \"method\": \"wire\", \"reference\": \"%s\"}".formatted(amount, word));
        created("/v1/payments/" + payment + "/refunds", "{%s, %s}".formatted(amount, words("refund")));
        created(invoice + "/write-offs", "{%s, %s}".formatted(amount, words("write-off")));
        created(
                invoice + "/credit-notes",
                "{\"lines\": [{\"number\": 1, %s}], \"excess\": \"credit\", %s}"
                        .formatted(amount, words("credit-note")));
        firm.admin()
                .post(
                        "/v1/credits/" + granted("promotional", words("grant")) + "/reversal",
                        "{" + words("reversal") + "}")
                .expect(200);
        String deposit = firm.admin()
                .post("/v1/clients/" + id + "/payments", "{%s, \"method\": \"wire\"}".formatted(amount))
                .expect(201)
                .text("/transfers/0/credit_id");
        created("/v1/credits/" + deposit + "/refunds", "{%s, %s}".formatted(amount, words("payout")));
        created("/v1/clients/" + id + "/payments", "{%s, \"method\": \"wire\"}".formatted(amount));
        created(invoice + "/credit-applications", "{}");
        String wrong = "/v1/invoices/" + created("/v1/engagements/" + other + "/invoices", "{}");
        created(wrong + "/void", "{" + words("void") + "}");
    }

    private void unlinked() {
        firm.master()
                .post("/v1/invoices", """
                    {"client_id": "%1$s", "currency": "USD", "override": {%3$s},
                     "charges": [{"description": "Travel for %2$s", "amount": {"amount": "80.00", "currency": "USD"}}]}
                    """.formatted(id, word, words("override")))
                .expect(201);
    }

    /** One grant that a second admin agreed to, one that was rejected, and one that waits: of the last two the client knows nothing. */
    private void reviewCredit() {
        String inside = reason() + ", \"client_note\": \"Not yet, %s%s\"".formatted(word, INSIDE);
        step("/v1/credits/" + granted("goodwill", words("goodwill")) + "/approval");
        step("/v1/credits/" + granted("goodwill", inside) + "/rejection");
        granted("goodwill", inside);
    }

    private String granted(String source, String words) {
        return created(
                "/v1/clients/" + id + "/credits",
                "{\"source\": \"%s\", \"amount\": {\"amount\": \"10.00\", \"currency\": \"USD\"}, %s}"
                        .formatted(source, words));
    }

    private void step(String path) {
        firm.master().post(path, "").expect(200);
    }

    /** A billed month is cut by a pause and by the ending; both give back what is not earned. */
    private void cut(String other) {
        String path = "/v1/engagements/" + other;
        created(path + "/invoices", "{}");
        String words =
                "\"reason_in_words\": \"Because of %s%s\", \"client_note\": \"%1$s%s%%s\", \"billed_in_advance\": \"credit\""
                        .formatted(word, INSIDE, NOTE);
        created(path + "/pauses", "{\"first_day\": \"2026-02-05\", %s}".formatted(words.formatted("pause")));
        created(path + "/pauses/1/resumption", "{\"resumed_on\": \"2026-02-08\"}");
        created(
                path + "/ending",
                "{\"ended_on\": \"2026-02-20\", \"reason\": \"agreed\", %s}".formatted(words.formatted("ending")));
    }

    private void autopay() {
        String client = "/v1/clients/" + id;
        created(client + "/payment-methods", "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\"}");
        firm.admin().put(client + "/autopay", null, "{\"enabled\": true}").expect(200);
    }

    /** The payment of the mixed invoice, once autopay brought it. */
    private String payment() {
        String attempts = "/v1/payment-attempts?invoice_id=" + mixed;
        await(() ->
                firm.admin().get(attempts).expect(200).text("/items/0/state").equals("succeeded"));
        return firm.admin().get(attempts).expect(200).text("/items/0/payment_id");
    }

    private String disputed() {
        firm.admin()
                .post("/v1/payments/" + payment() + "/simulated-dispute-events", """
                    {"dispute": "%s", "kind": "opened", "status": "needs_response",
                     "claimed": {"amount": "10.00", "currency": "USD"}, "taken": {"amount": "10.00", "currency": "USD"},
                     "fee": {"amount": "15.00", "currency": "USD"}}
                    """.formatted("d" + id))
                .expect(202);
        String disputes = "/v1/disputes?invoice_id=" + mixed;
        await(() -> firm.admin()
                .get(disputes)
                .expect(200)
                .text("/items/0/withdrawn/amount")
                .equals("10.00"));
        return firm.admin().get(disputes).expect(200).text("/items/0/id");
    }

    private void refundThroughProcessor() {
        firm.admin()
                .post(
                        "/v1/refunds",
                        "{\"payment_id\": \"%s\", \"amount\": {\"amount\": \"5.00\", \"currency\": \"USD\"}, %s}"
                                .formatted(payment(), words("processor-refund")))
                .expect(202);
        firm.server.context.getBean(Collector.class).collect(firm.firm);
    }

    /** An event of a processor that holds the word beside the name of the dispute; it is read at once, and means nothing. */
    private void event() {
        var ports = firm.server.ports();
        ProcessorEvent told = new ProcessorEvent(
                new ProcessorEventId(ports.ids().next()),
                firm.firm,
                new ProcessorEvent.Named("simulated", UUID.randomUUID().toString(), "note", null, Server.NOW),
                Server.NOW,
                List.of());
        ports.transactions()
                .in(
                        Actor.scheduler(firm.firm),
                        () -> ports.processorEvents().take(told, "note sim-d%s %s".formatted(id, word)));
        await(() -> firm.admin()
                .get("/v1/processor-events/" + told.id())
                .expect(200)
                .body()
                .contains("uninterpreted"));
    }

    private String reason() {
        return "\"reason\": \"Because of %s%s\"".formatted(word, INSIDE);
    }

    private String words(String act) {
        return reason() + ", \"client_note\": \"%s%s%s\"".formatted(word, NOTE, act);
    }

    private String created(String path, String body) {
        return firm.admin().post(path, body).expect(201).text("/id");
    }

    private void await(BooleanSupplier condition) {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(condition);
    }
}
