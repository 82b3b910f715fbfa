package feewright.api;

import feewright.firm.Role;
import java.time.LocalDate;

/** Bodies that are right, for tests that go on from there. */
final class Bodies {

    /** Two months and ten days before the tests' present: the third package period is under way. */
    static final LocalDate START = LocalDate.of(2026, 2, 1);

    private Bodies() {}

    static String mixedTerms(boolean clientApproval) {
        return """
            {"pricing_mode": "mixed", "currency": "USD", "start": "%s", "zone": "America/New_York", "due_in_days": 14,
             "client_approval": %s,
             "package": {"fee": {"amount": "1000.00", "currency": "USD"}, "cadence": "monthly"},
             "hourly": {"increment_minutes": 15, "rates": [{"per_hour": {"amount": "120.00", "currency": "USD"}}]}}
            """.formatted(START, clientApproval);
    }

    static String engagement(TestFirm firm, boolean clientApproval) {
        return "{\"client_id\": \"%s\", \"terms\": %s}".formatted(firm.client, mixedTerms(clientApproval));
    }

    static String signature() {
        return """
            {"method": "e_signature", "document_sha256": "%s", "signed_at": "2025-01-02T03:04:05Z", "signatory": "Ann Lee"}
            """.formatted("ab".repeat(32));
    }

    static String time(TestFirm firm, String engagement, int minutes) {
        return """
            {"engagement_id": "%s", "worker_id": "%s", "worked_on": "%s", "minutes": %d, "description": "Month end"}
            """.formatted(engagement, firm.person(Role.STAFF), START.plusDays(3), minutes);
    }

    /** The id of a new draft engagement. */
    static String draft(TestFirm firm, boolean clientApproval) {
        return firm.admin()
                .post("/v1/engagements", engagement(firm, clientApproval))
                .expect(201)
                .text("/id");
    }

    /** The id of a new signed engagement. */
    static String signed(TestFirm firm, boolean clientApproval) {
        String id = draft(firm, clientApproval);
        firm.admin().post("/v1/engagements/" + id + "/signature", signature()).expect(201);
        return id;
    }

    /** The id of a new submitted time entry. */
    static String submitted(TestFirm firm, String engagement, int minutes) {
        String id = firm.staff()
                .post("/v1/time-entries", time(firm, engagement, minutes))
                .expect(201)
                .text("/id");
        firm.staff()
                .post("/v1/time-entries/" + id + "/submission", "{\"version\": 1}")
                .expect(200);
        return id;
    }
}
