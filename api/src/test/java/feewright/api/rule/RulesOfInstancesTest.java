package feewright.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.AuthorRules;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TwoInstances;
import feewright.api.fixture.TwoInstances.Call;
import feewright.platform.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each instance reads a directory of its own: a reload is about the one that is asked, and all can see which has what. */
class RulesOfInstancesTest {

    private static final String RELOAD = "/v1/rule-packs/reload";

    @TempDir
    private Path directory;

    @Test
    void a_reload_reads_the_disk_whatever_another_instance_answered_under_the_same_key() throws Exception {
        TestFirm firm = TestFirm.open();
        String master = firm.token(Role.FIRM_MASTER_ADMIN);
        Call reload = Call.post(master, RELOAD, "").under("reload-1");
        Call look = new Call("GET", master, "/v1/rule-packs", "", "none");
        try (TwoInstances instances = TwoInstances.running("feewright.rules.directory=" + directory)) {
            String core = instances.send(0, reload).expect(200).text("/rule_pack");
            assertThat(instances.send(1, reload).expect(200).text("/rule_pack")).isEqualTo(core);
            AuthorRules.noLongDays(directory);

            Reply reloaded = instances.send(1, reload).expect(200);

            assertThat(reloaded.text("/rule_pack")).isNotEqualTo(core);
            assertThat(reloaded.body()).contains("DAY-01");
            assertThat(reloaded.header("Idempotency-Replayed")).isEmpty();
            Reply first = instances.send(0, look).expect(200);
            Reply second = instances.send(1, look).expect(200);
            assertThat(first.text("/items/0/rule_pack")).isEqualTo(core);
            assertThat(second.text("/items/0/rule_pack")).isEqualTo(reloaded.text("/rule_pack"));
            for (Reply one : new Reply[] {first, second}) {
                assertThat(one.json().at("/instances_differ").asBoolean()).isTrue();
                assertThat(one.json().at("/instances").findValuesAsString("rule_pack"))
                        .contains(core, reloaded.text("/rule_pack"));
                assertThat(one.json().at("/instances").valueStream())
                        .filteredOn(instance -> instance.at("/answering").asBoolean())
                        .singleElement()
                        .satisfies(
                                instance -> assertThat(instance.at("/rule_pack").asString())
                                        .isEqualTo(one.text("/items/0/rule_pack")));
            }
        }
    }

    private void refusedAndAudited(TestFirm firm, Callable<Reply> reload) throws Exception {
        Files.writeString(directory.resolve("invoice").resolve("broken.drl"), "no rule at all");

        reload.call().problem(422, "rules-refused");

        assertThat(firm.admin().get("/v1/audit-events").expect(200).text("/items/0/action"))
                .isEqualTo("rule_pack_refused");
    }
}
