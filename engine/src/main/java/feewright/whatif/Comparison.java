package feewright.whatif;

import feewright.invoice.Assessment;
import feewright.invoice.ProposedLine;
import feewright.platform.Coded;
import feewright.rule.Conclusion;
import feewright.rule.Conclusion.Violation;
import feewright.rule.Firing;
import feewright.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two packs say of one and the same proposal, and where they differ. */
public record Comparison(Assessment inForce, Assessment candidate) {

    /** What the candidate would change. */
    public enum Outcome implements Coded {
        /** Nothing: the same conclusions, by the same rules on the same facts. */
        SAME,
        /** Not whether it passes, but why. */
        CHANGED,
        /** It passes by the rules in force, and the candidate refuses it. */
        REFUSED,
        /** The rules in force refuse it, and it passes by the candidate. */
        PASSES;
    }

    /** A line that other rules justify: their codes. */
    public record LineChange(ProposedLine line, List<String> inForce, List<String> candidate) {

        public LineChange {
            inForce = List.copyOf(inForce);
            candidate = List.copyOf(candidate);
        }
    }

    /** A rule, by its full name, that fires on other facts; and how often it fires by each pack. */
    public record RuleChange(String rule, long inForce, long candidate) {}

    /** Violations of one code that one pack alone finds: how many, and the subjects of the first of them. */
    public record ViolationChange(String code, long count, List<String> subjects) {

        /** An invoice may have thousands of time entries, and a report thousands of invoices. */
        static final int MOST_SUBJECTS = 20;

        public ViolationChange {
            subjects = List.copyOf(subjects);
        }

        private static ViolationChange of(String code, List<Violation> all) {
            return new ViolationChange(
                    code,
                    all.size(),
                    all.stream().map(Violation::subject).limit(MOST_SUBJECTS).toList());
        }
    }

    public Outcome outcome() {
        if (inForce.isIssuable() != candidate.isIssuable()) {
            return inForce.isIssuable() ? Outcome.REFUSED : Outcome.PASSES;
        }
        boolean same = inForce.verdict()
                        .conclusions()
                        .equals(candidate.verdict().conclusions())
                && inForce.verdict().firings().equals(candidate.verdict().firings());
        return same ? Outcome.SAME : Outcome.CHANGED;
    }

    /** The lines whose justification differs. */
    public List<LineChange> lines() {
        return inForce.proposed().lines().stream()
                .map(line -> new LineChange(line, justifying(inForce, line), justifying(candidate, line)))
                .filter(change -> !change.inForce().equals(change.candidate()))
                .toList();
    }

    /** The candidate's violations that the rules in force do not find. */
    public List<ViolationChange> added() {
        return without(candidate.verdict().violations(), inForce.verdict().violations());
    }

    /** The violations by the rules in force that the candidate does not find. */
    public List<ViolationChange> removed() {
        return without(inForce.verdict().violations(), candidate.verdict().violations());
    }

    /** The rules that fire by one pack only, or on other facts. */
    public List<RuleChange> rules() {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(inForce, candidate)
                .flatMap(assessment -> assessment.verdict().firings().stream())
                .forEach(firing -> names.add(firing.rule()));
        return names.stream()
                .filter(name -> !firings(inForce, name).equals(firings(candidate, name)))
                .map(name -> new RuleChange(
                        name,
                        firings(inForce, name).size(),
                        firings(candidate, name).size()))
                .toList();
    }

    private static List<String> justifying(Assessment assessment, ProposedLine line) {
        return assessment.verdict().justifications().stream()
                .filter(justification -> justification.subject().equals(line.ref()))
                .map(Conclusion::code)
                .toList();
    }

    private static List<Firing> firings(Assessment assessment, String rule) {
        Verdict verdict = assessment.verdict();
        return verdict.firings().stream()
                .filter(firing -> firing.rule().equals(rule))
                .toList();
    }

    private static List<ViolationChange> without(List<Violation> some, List<Violation> others) {
        Set<Violation> known = Set.copyOf(others);
        Map<String, List<Violation>> byCode = some.stream()
                .filter(one -> !known.contains(one))
                .collect(Collectors.groupingBy(Violation::code, TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(code -> ViolationChange.of(code.getKey(), code.getValue()))
                .toList();
    }
}
