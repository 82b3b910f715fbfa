package feewright.drools;

import feewright.drools.FactForm.FieldMismatch;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The facts that scenarios of one rule set name instead of repeating, and the cases: lists of such names. */
final class FactNames {

    private static final String IS = "is";
    private static final String LIKE = "like";

    private final RuleSet set;
    private final Map<String, Map<String, JsonNode>> facts = new HashMap<>();
    private final Map<String, List<String>> cases = new HashMap<>();

    FactNames(RuleSet set) {
        this.set = set;
    }

    /** Adds the facts and cases of a file. A name is given once. */
    void add(JsonNode shared) throws FieldMismatch {
        for (Map.Entry<String, JsonNode> part : shared.properties()) {
            switch (part.getKey()) {
                case "facts" -> addFacts(part.getValue());
                case "cases" -> addCases(part.getValue());
                default -> throw new FieldMismatch("write only facts and cases here, not " + part.getKey());
            }
        }
    }

    private void addFacts(JsonNode named) throws FieldMismatch {
        for (Map.Entry<String, JsonNode> fact : named.properties()) {
            Map<String, JsonNode> fields = resolved(fact.getKey(), fields(fact.getValue()));
            if (facts.putIfAbsent(fact.getKey(), fields) != null) {
                throw new FieldMismatch("name the fact otherwise: there is a " + fact.getKey() + " already");
            }
            fill(fact.getKey(), fields);
        }
    }

    private void addCases(JsonNode named) throws FieldMismatch {
        for (Map.Entry<String, JsonNode> one : named.properties()) {
            List<String> names =
                    one.getValue().valueStream().map(JsonNode::asString).toList();
            if (cases.putIfAbsent(one.getKey(), names) != null) {
                throw new FieldMismatch("name the case otherwise: there is a " + one.getKey() + " already");
            }
        }
    }

    /** The facts of a case, or of a list of names, with some changed, added and left out. */
    List<Fact> facts(JsonNode given, @Nullable JsonNode with, @Nullable JsonNode without) throws FieldMismatch {
        LinkedHashMap<String, Map<String, JsonNode>> chosen = new LinkedHashMap<>();
        for (String name : names(given)) {
            chosen.put(name, known(name));
        }
        if (without != null) {
            if (!without.isArray()) {
                throw new FieldMismatch("write without as a list of names");
            }
            for (JsonNode name : without) {
                if (chosen.remove(name.asString()) == null) {
                    throw new FieldMismatch("leave out only what is given, not " + name.asString());
                }
            }
        }
        if (with != null) {
            if (!with.isObject()) {
                throw new FieldMismatch("write with as names and their changed fields");
            }
            for (Map.Entry<String, JsonNode> change : with.properties()) {
                chosen.put(change.getKey(), resolved(change.getKey(), fields(change.getValue())));
            }
        }
        List<Fact> made = new ArrayList<>();
        for (Map.Entry<String, Map<String, JsonNode>> fact : chosen.entrySet()) {
            made.add(fill(fact.getKey(), fact.getValue()));
        }
        return List.copyOf(made);
    }

    private List<String> names(JsonNode given) throws FieldMismatch {
        if (given.isArray()) {
            return given.valueStream().map(JsonNode::asString).toList();
        }
        return Optional.ofNullable(cases.get(given.asString()))
                .orElseThrow(
                        () -> new FieldMismatch("name a case, or list facts: there is no case " + given.asString()));
    }

    private Map<String, JsonNode> known(String name) throws FieldMismatch {
        return Optional.ofNullable(facts.get(name))
                .orElseThrow(() -> new FieldMismatch("name a fact that exists, not " + name));
    }

    /** A fact that says what it is stands alone; another changes the one that it is like, by default that of its name. */
    private Map<String, JsonNode> resolved(String name, Map<String, JsonNode> fields) throws FieldMismatch {
        if (fields.containsKey(IS)) {
            return fields;
        }
        JsonNode like = fields.get(LIKE);
        Map<String, JsonNode> all = new HashMap<>(known(like == null ? name : like.asString()));
        all.putAll(fields);
        all.remove(LIKE);
        return all;
    }

    private Fact fill(String name, Map<String, JsonNode> fields) throws FieldMismatch {
        Map<String, JsonNode> rest = new HashMap<>(fields);
        JsonNode kind = rest.remove(IS);
        Class<?> type = Optional.ofNullable(kind)
                .flatMap(node -> Vocabulary.fact(set, node.asString()))
                .orElseThrow(() -> new FieldMismatch("say of " + name + " which fact of this rule set it is"));
        try {
            return FactForm.fill(type, rest);
        } catch (FieldMismatch e) {
            throw new FieldMismatch("in " + name + ": " + e.getMessage());
        }
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new HashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
