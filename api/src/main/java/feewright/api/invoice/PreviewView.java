package feewright.api.invoice;

import feewright.api.problem.Problem;
import feewright.api.rule.Rulings;
import feewright.engagement.BillingCursor;
import feewright.engagement.SignedEngagement;
import feewright.invoice.Assessment;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceTexts;
import feewright.invoice.ProposedInvoice;
import feewright.rule.Conclusion;
import feewright.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoice that issuing would make, judged. {@code fingerprint} sent along when issuing makes sure that it is still this one.
 * {@code moreDue} says that a further package period is due already, which a further invoice bills.
 */
record PreviewView(
        UUID clientId,
        String clientName,
        @Nullable UUID engagementId,
        @Nullable UUID termsId,
        LocalDate billingDate,
        LocalDate issueDate,
        LocalDate dueDate,
        String currency,
        List<LineView> lines,
        TotalsView totals,
        boolean issuable,
        List<Problem.Violation> violations,
        String fingerprint,
        String rulePack,
        boolean moreDue) {

    static PreviewView of(Assessment assessment, InvoiceTexts texts, @Nullable LocalDate asOf) {
        ProposedInvoice proposed = assessment.proposed();
        SignedEngagement engagement = proposed.engagement();
        Verdict verdict = assessment.verdict();
        VisibleTexts words = VisibleTexts.of(texts, null);
        return new PreviewView(
                proposed.client().value(),
                texts.client().text(),
                engagement == null ? null : engagement.id().value(),
                engagement == null ? null : engagement.terms().id().value(),
                proposed.dates().billing(),
                proposed.dates().issue(),
                proposed.dates().due(),
                proposed.currency().getCode(),
                proposed.frozenLines().stream()
                        .map(line -> LineView.of(line, words, justifications(verdict, line)))
                        .toList(),
                TotalsView.of(proposed.totals()),
                assessment.isIssuable(),
                Rulings.violations(verdict),
                assessment.fingerprint().hex(),
                verdict.pack().hex(),
                isMoreDue(proposed, asOf));
    }

    private static List<LineView.RuleView> justifications(Verdict verdict, InvoiceLine line) {
        String ref = "line/" + line.number();
        return verdict.justifications().stream()
                .filter(justification -> justification.subject().equals(ref))
                .map(Conclusion::code)
                .map(code -> new LineView.RuleView(code, Rulings.sentence(verdict, code)))
                .toList();
    }

    private static boolean isMoreDue(ProposedInvoice proposed, @Nullable LocalDate asOf) {
        BillingCursor after = proposed.after();
        LocalDate due = after == null ? null : after.packageDueOn();
        LocalDate until = asOf == null ? proposed.dates().issue() : asOf;
        return due != null && !due.isAfter(until);
    }
}
