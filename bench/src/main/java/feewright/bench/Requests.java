package feewright.bench;

import feewright.engagement.EngagementId;
import java.util.List;
import java.util.UUID;

/** The requests that are measured, sent to the application that does them and to the one that only rehearses. */
record Requests(Wire measured, Wire rehearsing, Rehearsal rehearsal) {

    long health() {
        return measured.send("GET", "/health/liveness", "none");
    }

    long preview(Books.Case of) {
        return post(measured, previews(of.engagement()));
    }

    List<Step> rehearsedPreview(Books.Case of) {
        return rehearsal.of(() -> post(rehearsing, previews(of.engagement())));
    }

    long issue(Books.Case of) {
        return post(measured, invoices(of.engagement()));
    }

    List<Step> rehearsedIssue(Books.Case of) {
        return rehearsal.of(() -> post(rehearsing, invoices(of.engagement())));
    }

    private static long post(Wire wire, String path) {
        return wire.send("POST", path, UUID.randomUUID().toString());
    }

    private static String previews(EngagementId engagement) {
        return "/v1/engagements/" + engagement + "/invoice-previews";
    }

    private static String invoices(EngagementId engagement) {
        return "/v1/engagements/" + engagement + "/invoices";
    }
}
