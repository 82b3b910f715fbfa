package feewright.drools;

import feewright.rule.Conclusion;
import feewright.rule.Fact;
import feewright.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Facts and the verdict that a rule author expects of them, beside the rule that the scenario is about. */
record Scenario(PackFile file, int line, String name, List<Fact> given, Expected expected) {

    /** Codes of violations and permits, and {@code line/1 INV-07} for each justified line. */
    record Expected(Set<String> violations, Set<String> permits, Set<String> justified) {

        /** What a verdict says, as far as it concludes under {@code codes}. */
        static Expected of(Verdict verdict, Set<String> codes) {
            return new Expected(
                    codes(verdict.violations().stream().map(Conclusion::code), codes),
                    codes(verdict.permits().stream().map(Conclusion::code), codes),
                    new TreeSet<>(verdict.justifications().stream()
                            .filter(justification -> codes.contains(justification.code()))
                            .map(justification -> justification.subject() + " " + justification.code())
                            .toList()));
        }

        private static Set<String> codes(Stream<String> all, Set<String> codes) {
            return new TreeSet<>(all.filter(codes::contains).toList());
        }

        boolean mentions(String code) {
            return violations.contains(code) || permits.contains(code) || isJustifiedBy(code);
        }

        /** Whether this conclusion alone decides: the one violation, or a permit or justification that nothing violates. */
        boolean isDecidedBy(String code) {
            return violations.isEmpty()
                    ? permits.equals(Set.of(code)) || isJustifiedBy(code)
                    : violations.equals(Set.of(code));
        }

        private boolean isJustifiedBy(String code) {
            return justified.stream().anyMatch(line -> line.endsWith(" " + code));
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            parts.add("violations " + violations);
            parts.add("permits " + permits);
            parts.add("justified " + justified);
            return String.join(", ", parts);
        }
    }

    List<Fact> reversed() {
        return given.reversed();
    }

    PackFault fault(String code, String whatToDo) {
        return file.fault(line, code, whatToDo);
    }
}
