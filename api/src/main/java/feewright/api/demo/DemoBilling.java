package feewright.api.demo;

import feewright.engagement.EngagementId;
import java.util.List;

/** What can be pasted after the demo has started: a preview, and the issue of what it shows. */
record DemoBilling(DemoWork work) implements DemoExamples {

    @Override
    public List<String> lines(String address, DemoTokens tokens) {
        EngagementId engagement = work.example();
        String token = tokens.of(DemoPerson.ADMIN);
        String of = address + "/v1/engagements/" + engagement;
        return List.of(
                "Preview the next invoice of a mixed engagement (writes nothing):",
                "curl -s -X POST " + of + "/invoice-previews -H 'Authorization: Bearer " + token
                        + "' -H 'Content-Type: application/json' -d '{}'",
                "",
                "Issue it (the same key gives the same invoice again):",
                "curl -s -X POST " + of + "/invoices -H 'Authorization: Bearer " + token
                        + "' -H 'Content-Type: application/json' -H 'Idempotency-Key: demo-1' -d '{}'");
    }
}
