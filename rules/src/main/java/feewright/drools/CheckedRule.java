package feewright.drools;

import feewright.rule.RuleSet;
import java.util.List;
import java.util.Set;

/** A rule as its file writes it. {@code text} is the file without comments; conclusions are the simple names of their types. */
record CheckedRule(PackFile file, int line, String name, List<Token> conditions, Set<String> conclusions, String text) {

    /** The code that starts the name. */
    String code() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    RuleSet set() {
        return file.set();
    }

    boolean concludes(Class<?> conclusion) {
        return conclusions.contains(conclusion.getSimpleName());
    }

    PackFault fault(String code, String whatToDo) {
        return file.fault(line, code, whatToDo);
    }

    /** The file as it is compiled. */
    PackFile compiled() {
        return new PackFile(file.origin(), file.set(), file.name(), text);
    }
}
