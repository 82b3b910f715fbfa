package feewright.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Runs;
import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requirement T2: the operator of the installation sees all firms in figures, and no word of theirs. */
class PlatformTest {

    @Test
    void a_platform_operator_sees_the_figures_of_every_firm_and_no_content() {
        TestFirm firm = TestFirm.open();
        BusyClient.of(firm, "Plattformwort");
        TestFirm empty = TestFirm.open();

        List<JsonNode> seen = Runs.all(firm.as(Role.PLATFORM_OPERATOR), "/v1/platform/firms", 50);

        JsonNode busy = of(seen, firm);
        assertThat(busy.at("/clients").asInt()).isEqualTo(2);
        assertThat(busy.at("/engagements").asInt()).isEqualTo(3);
        assertThat(busy.at("/open_disputes").asInt()).isEqualTo(1);
        JsonNode dollars = busy.at("/currencies/0");
        assertThat(dollars.at("/currency").asString()).isEqualTo("USD");
        assertThat(dollars.at("/void_invoices").asInt()).isEqualTo(1);
        assertThat(dollars.at("/invoiced/amount").asString()).isEqualTo("4260.00");
        assertThat(of(seen, empty).at("/currencies")).isEmpty();
        assertThat(seen.toString()).doesNotContain("Plattformwort");
    }

    @Test
    void the_list_comes_in_pages_and_to_nobody_else() {
        TestFirm firm = TestFirm.open();
        TestFirm.open();

        List<JsonNode> one = Runs.all(firm.as(Role.PLATFORM_OPERATOR), "/v1/platform/firms", 1);

        assertThat(one).hasSizeGreaterThan(1);
        assertThat(one.stream().map(item -> item.at("/id").asString())).doesNotHaveDuplicates();
        firm.master().get("/v1/platform/firms").problem(403, "forbidden");
        firm.operator().get("/v1/platform/firms").problem(403, "forbidden");
    }

    private static JsonNode of(List<JsonNode> firms, TestFirm firm) {
        return firms.stream()
                .filter(item -> item.at("/id").asString().equals(firm.firm.toString()))
                .findFirst()
                .orElseThrow();
    }
}
