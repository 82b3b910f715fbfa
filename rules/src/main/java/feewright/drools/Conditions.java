package feewright.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the conditions of a rule are made of: patterns of facts, words of the vocabulary, bindings, comparisons. */
final class Conditions {

    private Conditions() {}

    static List<PackFault> faults(PackFile file, List<Token> conditions) {
        List<PackFault> faults = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Token token = conditions.get(i);
            boolean called = i + 1 < conditions.size() && conditions.get(i + 1).is("(");
            if (token.is(";")) {
                faults.add(file.fault(token.line(), "sign-not-allowed", "take ';' out: conditions are no statements"));
            } else if (token.kind() == Token.Kind.WORD && !token.isBinding()) {
                check(file, token, called, faults);
            } else if (token.isBinding() && called) {
                faults.add(call(file, token));
            }
        }
        return faults;
    }

    private static void check(PackFile file, Token word, boolean called, List<PackFault> faults) {
        if (!Vocabulary.isWord(file.set(), word.text())) {
            faults.add(file.fault(
                    word.line(),
                    "word-not-allowed",
                    "take '" + word.text() + "' out: it is no fact of this rule set, no field of one, no constant; "
                            + "names that you give begin with $"));
        } else if (called
                && !Vocabulary.CONNECTIVES.contains(word.text())
                && Vocabulary.fact(file.set(), word.text()).isEmpty()) {
            faults.add(call(file, word));
        }
    }

    private static PackFault call(PackFile file, Token word) {
        return file.fault(
                word.line(),
                "call-not-allowed",
                "compare the field instead: conditions call no method, not " + word.text());
    }

    /** Conditions without the names that their author chose: rules whose shapes are equal fire on the same facts. */
    static String shape(List<Token> conditions) {
        Map<String, String> names = new HashMap<>();
        return conditions.stream()
                .map(token -> token.isBinding()
                        ? names.computeIfAbsent(token.text(), name -> "$" + names.size())
                        : token.kind() == Token.Kind.TEXT ? "\"" + token.text() + "\"" : token.text())
                .collect(Collectors.joining(" "));
    }
}
