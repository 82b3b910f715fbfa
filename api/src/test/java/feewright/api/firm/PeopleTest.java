package feewright.api.firm;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import org.junit.jupiter.api.Test;

/** Imports find people by their e-mail, so an e-mail has to name one of them. */
class PeopleTest {

    private final TestFirm firm = TestFirm.open();

    @Test
    void an_email_is_one_persons_in_a_firm_whatever_its_case() {
        firm.admin().post("/v1/people", person("Ann@Example.com")).expect(201);

        Reply second = firm.admin().post("/v1/people", person("ann@example.COM"));

        second.problem(409, "email-taken");
        assertThat(second.body()).doesNotContainIgnoringCase("example.com");
        assertThat(firm.admin().get("/v1/people").expect(200).body()).containsOnlyOnce("Ann Lee");
        TestFirm.open().admin().post("/v1/people", person("ann@example.com")).expect(201);
    }

    @Test
    void an_email_may_have_a_domain_without_a_dot() {
        firm.admin().post("/v1/people", person("ann@localhost")).expect(201);
    }

    @Test
    void a_description_may_have_lines_and_tabs() {
        String engagement = Bodies.signed(firm, false);
        String body = Bodies.time(firm, engagement, 60).replace("Month end", "Month\\n\\tend");

        Reply logged = firm.staff().post("/v1/time-entries", body).expect(201);

        assertThat(logged.text("/description")).isEqualTo("Month\n\tend");
    }

    private static String person(String email) {
        return "{\"name\": \"Ann Lee\", \"email\": \"%s\"}".formatted(email);
    }
}
