package feewright.api.invoice;

import feewright.api.rule.DecisionView.FiringView;
import feewright.engagement.ConsideredRate;
import feewright.engagement.Rate;
import feewright.invoice.Explanation;
import feewright.invoice.RateChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why an invoice is what it is. The amount of every line can be computed again from its arithmetic and nothing else. */
public record ExplanationView(InvoiceView invoice, UUID decisionId, List<ExplainedLine> lines) {

    record ExplainedLine(
            LineView line,
            List<FiringView> justifiedBy,
            List<ClauseView> clauses,
            List<RateChoiceView> rateChoices,
            ArithmeticView arithmetic) {}

    /** A clause of the terms, and what it says. */
    record ClauseView(String path, String text) {}

    /** Which scopes of the rate card were looked at for the work of these days (both included), narrowest first. */
    record RateChoiceView(LocalDate from, LocalDate to, List<ConsideredView> considered) {}

    record ConsideredView(String scope, LineView.@Nullable RateView inEffect) {}

    static ExplanationView of(Explanation explanation, VisibleTexts words, InvoiceStatus standing) {
        return new ExplanationView(
                InvoiceView.of(explanation.invoice(), words, standing),
                explanation.decision().id().value(),
                explanation.lines().stream().map(line -> explained(line, words)).toList());
    }

    private static ExplainedLine explained(Explanation.Line line, VisibleTexts words) {
        return new ExplainedLine(
                LineView.of(line.line(), words, null),
                line.justifiedBy().stream().map(FiringView::of).toList(),
                line.clauses().stream()
                        .map(clause -> new ClauseView(clause.path(), clause.says()))
                        .toList(),
                line.rateChoices().stream().map(ExplanationView::choice).toList(),
                ArithmeticView.of(line.arithmetic()));
    }

    private static RateChoiceView choice(RateChoice choice) {
        return new RateChoiceView(
                choice.from(),
                choice.to(),
                choice.considered().stream().map(ExplanationView::considered).toList());
    }

    private static ConsideredView considered(ConsideredRate considered) {
        Rate rate = considered.inEffect();
        return new ConsideredView(considered.scope().code(), rate == null ? null : LineView.RateView.of(rate));
    }
}
