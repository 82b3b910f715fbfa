package feewright.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Guide;
import feewright.api.fixture.Guide.Example;
import feewright.api.fixture.GuideShell;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Executes every example of {@code docs/integrators.md}, in its order, against the server (requirements W1 to W3). */
class IntegratorsGuideTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> differences = new ArrayList<>();

    @Test
    void every_example_does_what_the_guide_says() {
        GuideShell shell = new GuideShell(TestFirm.open().admin());
        int compared = 0;

        for (Example example : Guide.read("integrators.md").examples()) {
            if (example.commands().getFirst().contains("()")) {
                continue;
            }
            Reply reply = example.commands().stream()
                    .map(shell::run)
                    .reduce((_, later) -> later)
                    .orElseThrow();
            if (example.answer().isPresent()) {
                compared++;
                compare(
                        example.commands().getLast(),
                        JSON.readTree(shell.filled(example.answer().get())),
                        reply.json());
            } else if (reply.status() >= 300) {
                differences.add(example.commands().getLast() + ": " + reply.body());
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(12);
    }

    @Test
    void its_way_to_verify_a_request_is_the_one_that_is_tested() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "integrators.md"));
        String source = Files.readString(Path.of("src/test/java/feewright/api/fixture/Receiver.java"));

        String shown =
                guide.substring(guide.indexOf("```java\n") + 8, guide.indexOf("\n```", guide.indexOf("```java\n")));

        assertThat(source.replaceAll("\\s+", " ")).contains(shown.replaceAll("\\s+", " "));
    }

    /** All that is shown is there; more may be. */
    private void compare(String place, JsonNode shown, JsonNode answered) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(field ->
                            compare(place + " " + field.getKey(), field.getValue(), answered.path(field.getKey())));
        } else if (shown.isArray()) {
            if (answered.size() != shown.size()) {
                differences.add(place + ": " + answered);
            }
            for (int index = 0; index < shown.size(); index++) {
                compare(place + " " + index, shown.get(index), answered.path(index));
            }
        } else if (answered.isMissingNode() || !shown.asString("").equals("…") && !answered.equals(shown)) {
            differences.add(place + ": " + answered);
        }
    }
}
