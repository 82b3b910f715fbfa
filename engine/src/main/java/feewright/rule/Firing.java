package feewright.rule;

import java.util.List;

/** One rule that fired: its full name (code and sentence) and the refs of the facts that it matched, in the rule's order. */
public record Firing(String rule, List<String> facts) {

    public Firing {
        facts = List.copyOf(facts);
    }

    /** The code that starts the rule's name. */
    public String code() {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(0, space);
    }
}
