package feewright.invoice;

import feewright.rule.Firing;
import feewright.rule.RecordedDecision;
import java.util.List;

/** Why an invoice is what it is: for every line the rules, the clauses and the arithmetic, and the decision that let it pass. */
public record Explanation(Invoice invoice, RecordedDecision decision, List<Line> lines) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** One line, with the firings that justified it, the clauses it rests on, how its rate was chosen, and the calculation. */
    public record Line(
            InvoiceLine line,
            List<Firing> justifiedBy,
            List<Clause> clauses,
            List<RateChoice> rateChoices,
            Arithmetic arithmetic) {

        public Line {
            justifiedBy = List.copyOf(justifiedBy);
            clauses = List.copyOf(clauses);
            rateChoices = List.copyOf(rateChoices);
        }
    }
}
