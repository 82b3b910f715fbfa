package feewright.invoice;

import feewright.rule.Conclusion.Violation;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A proposal and what the rules say of it. The one step that preview and issue share: what is shown is what is issued. */
public record Assessment(ProposedInvoice proposed, Verdict verdict, Fingerprint fingerprint) {

    /** The code of a line that no rule justifies: refused by default, not by a rule. */
    public static final String UNJUSTIFIED = "INV-00";

    /** The code of an act that no rule permits. */
    public static final String NOT_PERMITTED = "not_permitted";

    /** Judges the proposal by the pack in force. */
    public static Assessment of(InvoiceCase from, ProposedInvoice proposed, Rulebook rulebook) {
        Verdict verdict = rulebook.judge(RuleSet.INVOICE, InvoiceFacts.of(from, proposed));
        List<Violation> unjustified = proposed.lines().stream()
                .filter(line -> !verdict.justifies(line.ref()))
                .map(line -> new Violation(UNJUSTIFIED, line.ref()))
                .toList();
        Verdict complete = new Verdict(
                verdict.pack(),
                Stream.concat(verdict.conclusions().stream(), unjustified.stream())
                        .toList(),
                verdict.firings());
        return new Assessment(proposed, complete, Fingerprint.of(from, proposed, verdict.pack()));
    }

    /** Whether it may be issued: permitted, nothing violated, every line justified. */
    public boolean isIssuable() {
        return verdict.isPermitted();
    }

    /** Why it may not be issued: the codes of its violations, or that nobody permits it. Empty where it may. */
    public List<String> codes() {
        List<String> codes =
                verdict.violations().stream().map(Violation::code).distinct().toList();
        return codes.isEmpty() && !isIssuable() ? List.of(NOT_PERMITTED) : codes;
    }
}
