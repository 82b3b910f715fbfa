package feewright.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requirement T2: a portal user keeps seeing what this user approved or rejected for the client. */
class ReviewedTimeTest {

    private static final String VERSION = "{\"version\": 1}";
    private static final String REJECTION = "{\"version\": 1, \"reason\": \"Not agreed\"}";

    private final TestFirm firm = TestFirm.open();
    private final String engagement = Bodies.signed(firm, true);
    private final String entry = "/v1/time-entries/" + Bodies.submitted(firm, engagement, 60);

    @Test
    void what_a_client_rejected_stays_in_its_sight_until_it_is_edited() {
        firm.portal().post(entry + "/rejection", REJECTION).expect(200);

        Reply seen = firm.portal().get(entry).expect(200);

        assertThat(seen.text("/state")).isEqualTo("rejected");
        assertThat(seen.text("/rejection_reason")).isEqualTo("Not agreed");
        firm.portal().post(entry + "/approval", VERSION).problem(422, "refused-by-rules");
        firm.staff().put(entry, "\"1\"", Bodies.time(firm, engagement, 30)).expect(200);
        firm.portal().get(entry).problem(404, "not-found");
    }

    @Test
    void what_a_client_approved_stays_in_its_sight_when_it_is_billed() {
        firm.portal().post(entry + "/approval", VERSION).expect(200);
        firm.admin().post(entry + "/approval", VERSION).expect(200);
        assertThat(firm.portal().get(entry).expect(200).text("/state")).isEqualTo("approved");
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        firm.admin().post(invoices, "{}").expect(201);
        firm.admin().post(invoices, "{}").expect(201);

        assertThat(firm.portal().get(entry).expect(200).text("/state")).isEqualTo("billed");
    }

    @Test
    void what_the_firm_rejected_is_not_for_the_client_to_see() {
        firm.admin().post(entry + "/rejection", REJECTION).expect(200);

        firm.portal().get(entry).problem(404, "not-found");
    }

    @Test
    void what_one_user_rejected_shows_to_no_other() {
        firm.portal().post(entry + "/rejection", REJECTION).expect(200);
        String otherClient = firm.admin()
                .post("/v1/clients", "{\"name\": \"Beta\"}")
                .expect(201)
                .text("/id");

        portal(UUID.randomUUID().toString(), firm.client.toString()).get(entry).problem(404, "not-found");
        portal(firm.person(Role.CLIENT).toString(), otherClient).get(entry).problem(404, "not-found");
    }

    private Caller portal(String person, String client) {
        return new Caller(
                firm.server,
                firm.signed(firm.claims(Role.CLIENT)
                        .subject(person)
                        .claim("client", client)
                        .build()),
                null);
    }
}
