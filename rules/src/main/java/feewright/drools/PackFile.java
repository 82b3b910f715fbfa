package feewright.drools;

import feewright.rule.RuleSet;

/** One file of a pack. The path is relative, {@code invoice/an-invoice-has-lines.drl}, with slashes on every system. */
record PackFile(RuleLayer origin, RuleSet set, String name, String text) {

    private static final String RULES = ".drl";
    private static final String SCENARIOS = ".yaml";

    /** The file of named facts that the scenarios of a rule set share. */
    static final String SHARED_FACTS = "facts.yaml";

    static boolean isPart(String name) {
        return name.endsWith(RULES) || name.endsWith(SCENARIOS);
    }

    String path() {
        return set.folder() + "/" + name;
    }

    boolean isRule() {
        return name.endsWith(RULES);
    }

    boolean isSharedFacts() {
        return name.equals(SHARED_FACTS);
    }

    boolean isScenarios() {
        return name.endsWith(SCENARIOS) && !isSharedFacts();
    }

    /** What rule and scenario files of one rule have in common. */
    String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    PackFault fault(int line, String code, String whatToDo) {
        return new PackFault(path(), line, code, whatToDo);
    }
}
