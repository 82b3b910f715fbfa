package feewright.invoice;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.Terms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Decisions;
import feewright.rule.Firing;
import feewright.rule.RecordedDecision;
import java.util.List;
import java.util.Optional;

/** Use case: explains an issued invoice from what was kept with it (requirement X3). Reads only facts, judges nothing again. */
public record ExplainInvoice(
        Transactions transactions, Invoices invoices, Engagements engagements, Decisions decisions) {

    /** The explanation; empty if the firm has no such invoice. */
    public Optional<Explanation> explain(Actor actor, InvoiceId id) {
        return transactions.reading(
                actor, () -> invoices.find(actor.firm(), id).map(invoice -> explained(actor.firm(), invoice)));
    }

    private Explanation explained(FirmId firm, Invoice invoice) {
        RecordedDecision decision =
                decisions.find(firm, invoice.head().provenance().decision()).orElseThrow();
        Optional<Terms> terms = terms(firm, invoice);
        return new Explanation(
                invoice,
                decision,
                invoice.lines().stream()
                        .map(line -> explained(line, terms, decision))
                        .toList());
    }

    private Optional<Terms> terms(FirmId firm, Invoice invoice) {
        EngagementId engagement = invoice.head().parties().engagement();
        return engagement == null
                ? Optional.empty()
                : engagements.find(firm, engagement).map(Engagement::terms);
    }

    private static Explanation.Line explained(InvoiceLine line, Optional<Terms> terms, RecordedDecision decision) {
        return new Explanation.Line(
                line,
                justifying(line, decision),
                terms.map(found -> Clauses.of(line, found)).orElse(List.of()),
                terms.map(found -> choices(line, found)).orElse(List.of()),
                Arithmetic.of(line));
    }

    /** The firings whose conclusion justified the line: of a rule with that code, which matched the line. */
    private static List<Firing> justifying(InvoiceLine line, RecordedDecision decision) {
        String ref = "line/" + line.number();
        List<String> codes = decision.verdict().justifications().stream()
                .filter(justification -> justification.subject().equals(ref))
                .map(justification -> justification.code())
                .toList();
        return decision.verdict().firings().stream()
                .filter(firing ->
                        codes.contains(firing.code()) && firing.facts().contains(ref))
                .toList();
    }

    private static List<RateChoice> choices(InvoiceLine line, Terms terms) {
        if (!(line instanceof InvoiceLine.Hourly hourly)) {
            return List.of();
        }
        return terms.pricing()
                .hourlyTerms()
                .map(found -> RateChoice.of(hourly, found.rates()))
                .orElse(List.of());
    }
}
