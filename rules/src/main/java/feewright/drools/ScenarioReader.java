package feewright.drools;

import feewright.drools.FactForm.FieldMismatch;
import feewright.drools.Scenario.Expected;
import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the scenarios of a pack. Names of shared facts come first from the core pack, then from the authors'. */
final class ScenarioReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> FIELDS = Set.of("name", "given", "with", "without", "expect");
    private static final Set<String> EXPECTATIONS = Set.of("violations", "permits", "justified");

    private final Map<RuleSet, FactNames> names = new EnumMap<>(RuleSet.class);
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<PackFault> faults = new ArrayList<>();

    private ScenarioReader() {}

    /** The scenarios that could be read, and what could not. */
    record Read(List<Scenario> scenarios, List<PackFault> faults) {}

    static Read read(PackFiles content) {
        ScenarioReader reader = new ScenarioReader();
        for (RuleSet set : RuleSet.values()) {
            reader.names.put(set, new FactNames(set));
            content.sharedFacts(set).forEach(reader::share);
        }
        content.scenarios().forEach(reader::read);
        return new Read(List.copyOf(reader.scenarios), List.copyOf(reader.faults));
    }

    private FactNames names(PackFile file) {
        return Objects.requireNonNull(names.get(file.set()));
    }

    private void share(PackFile file) {
        try {
            names(file).add(YAML.readTree(file.text()));
        } catch (JacksonException e) {
            faults.add(unreadable(file, e));
        } catch (FieldMismatch e) {
            faults.add(file.fault(1, "scenario-unreadable", said(e)));
        }
    }

    private void read(PackFile file) {
        try {
            JsonNode root = YAML.readTree(file.text());
            if (!root.path("scenarios").isArray() || root.size() != 1) {
                faults.add(file.fault(1, "scenario-unreadable", "write a list under scenarios:, and nothing else"));
            }
            for (JsonNode scenario : root.path("scenarios")) {
                read(file, scenario);
            }
        } catch (JacksonException e) {
            faults.add(unreadable(file, e));
        }
    }

    private void read(PackFile file, JsonNode node) {
        String name = node.path("name").asString("");
        int line = line(file, name);
        try {
            only(node, FIELDS);
            if (name.isBlank() || !node.has("given") || !node.has("expect")) {
                throw new FieldMismatch("give every scenario a name, given and expect");
            }
            scenarios.add(new Scenario(
                    file,
                    line,
                    name,
                    names(file).facts(node.path("given"), part(node, "with"), part(node, "without")),
                    expected(node.path("expect"))));
        } catch (FieldMismatch e) {
            faults.add(file.fault(line, "scenario-unreadable", said(e)));
        }
    }

    private static Expected expected(JsonNode node) throws FieldMismatch {
        only(node, EXPECTATIONS);
        JsonNode lines = node.path("justified");
        if (!lines.isMissingNode() && !lines.isObject()) {
            throw new FieldMismatch("write justified as {line/1: CODE}");
        }
        Set<String> justified = new TreeSet<>();
        lines.properties()
                .forEach(line ->
                        justified.add(line.getKey() + " " + line.getValue().asString()));
        return new Expected(codes(node, "violations"), codes(node, "permits"), justified);
    }

    private static Set<String> codes(JsonNode node, String kind) throws FieldMismatch {
        JsonNode list = node.path(kind);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new FieldMismatch("write " + kind + " as a list: [CODE]");
        }
        return new TreeSet<>(list.valueStream().map(JsonNode::asString).toList());
    }

    private static void only(JsonNode node, Set<String> known) throws FieldMismatch {
        if (!node.isObject()) {
            throw new FieldMismatch("write " + new TreeSet<>(known) + " with values here");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new FieldMismatch("write only " + new TreeSet<>(known) + " here, not " + name);
            }
        }
    }

    private static @Nullable JsonNode part(JsonNode node, String name) {
        return node.has(name) ? node.path(name) : null;
    }

    private static int line(PackFile file, String name) {
        String wanted = "- name: " + name;
        List<String> lines =
                file.text().lines().map(line -> line.strip().replace("\"", "")).toList();
        return Math.max(0, lines.indexOf(wanted)) + 1;
    }

    private static PackFault unreadable(PackFile file, JacksonException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return file.fault(
                line,
                "scenario-unreadable",
                "write it as YAML: "
                        + e.getOriginalMessage().lines().findFirst().orElse(""));
    }

    private static String said(FieldMismatch misfit) {
        return Objects.requireNonNullElse(misfit.getMessage(), "");
    }
}
