package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.TestFirm.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs over HTTP: engagements that bill themselves, and the waiting that watching a run takes. */
final class Runs {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Runs() {}

    /** The id of a new signed engagement that runs bill: two missed periods, and one under way. */
    static String automatic(TestFirm firm) {
        return automatic(firm, "bill_every_period");
    }

    static String automatic(TestFirm firm, String catchUp) {
        String body = Bodies.engagement(firm, false)
                .replace(
                        "\"due_in_days\"",
                        "\"auto_issue\": true, \"catch_up\": \"%s\", \"due_in_days\"".formatted(catchUp));
        String id = firm.admin().post("/v1/engagements", body).expect(201).text("/id");
        firm.admin()
                .post("/v1/engagements/" + id + "/signature", Bodies.signature())
                .expect(201);
        return id;
    }

    /** The run that was asked for, once it is finished. */
    static Reply finished(Caller caller, String body) {
        return finished(caller, caller.post("/v1/billing-runs", body).expect(202));
    }

    static Reply finished(Caller caller, Reply accepted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Reply run = caller.get(accepted.header("Location")).expect(200);
            if (run.text("/state").equals("finished")) {
                return run;
            }
            sleep();
        }
        throw new AssertionError("the run does not finish: "
                + caller.get(accepted.header("Location")).body());
    }

    /** All items of a list, page by page. */
    static List<JsonNode> all(Caller caller, String list, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String and = list.contains("?") ? "&" : "?";
        String path = list + and + "limit=" + limit;
        while (true) {
            Reply page = caller.get(path).expect(200);
            page.json().at("/items").forEach(items::add);
            assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(limit);
            if (page.text("/next_cursor").isEmpty()) {
                return items;
            }
            path = list + and + "limit=" + limit + "&cursor=" + page.text("/next_cursor");
        }
    }

    static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
