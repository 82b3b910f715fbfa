package feewright.invoice;

import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Refusal;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: the path of preview, and then on: number, save, claim. A refusal is kept as a decision and writes nothing else. A
 * period or an entry that somebody else bills at the same moment ends in ConcurrentChange: nothing is written, and the decision
 * is kept by {@link #lost}.
 */
public record IssueInvoice(
        Transactions transactions, InvoiceCaseLoader invoiceCaseLoader, InvoiceIssuer invoiceIssuer) {

    /** What came of it. */
    public sealed interface Outcome {

        record Issued(Invoice invoice, InvoiceTexts texts) implements Outcome {}

        /** Refused by the rules; the decision says by which. */
        record Refused(Assessment assessment, Decision decision) implements Outcome {}

        /** Not what was previewed any more: another fingerprint now, or null where nothing is due any more. */
        record Changed(@Nullable Fingerprint now) implements Outcome {}

        record NothingDue(@Nullable LocalDate nextDueOn) implements Outcome {}

        /** The as-of day has not come yet: it can only be previewed. */
        record NotYet(LocalDate today) implements Outcome {}

        /** The engagement is a draft: nothing is billed before it is signed. */
        record NotSigned() implements Outcome {}

        /** No such engagement, or no such client, in this firm. The only refusal without a decision: it would be on nothing. */
        record NotFound() implements Outcome {}
    }

    /** Issues what is asked for; where {@code previewed} is given, only if it is still exactly that. */
    public Outcome issue(Actor actor, InvoiceRequest request, @Nullable Fingerprint previewed, Instant now) {
        return transactions.in(actor, () -> {
            Optional<InvoiceCase> gathered =
                    invoiceCaseLoader.gather(actor, request, InvoiceCaseLoader.Purpose.ISSUE, now);
            Outcome outcome = gathered.isPresent()
                    ? assembled(gathered.get(), previewed, now)
                    : invoiceCaseLoader.isOfEngagement(actor, request)
                            ? new Outcome.NotSigned()
                            : new Outcome.NotFound();
            Decision.Request question =
                    new Decision.Request("issue_invoice", request.of().ref());
            refusal(outcome).ifPresent(refusal -> invoiceIssuer.decisionMaker().refuse(refusal, question, actor, now));
            return outcome;
        });
    }

    /**
     * Keeps that an issue was refused because it lost a race. For the caller of {@link #issue} that meets a ConcurrentChange,
     * once the transaction that it ended is over.
     */
    public Decision lost(Actor actor, InvoiceRequest request, Instant now) {
        Decision.Request question =
                new Decision.Request("issue_invoice", request.of().ref());
        return transactions.in(
                actor, () -> invoiceIssuer.decisionMaker().refuse(Refusal.LOST_RACE, question, actor, now));
    }

    /** What the engine itself refused; empty where it did not, or where nothing was found that could be refused. */
    private static Optional<Refusal> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed _ -> Optional.of(Refusal.PREVIEW_OUTDATED);
            case Outcome.NothingDue _ -> Optional.of(Refusal.NOTHING_DUE);
            case Outcome.NotYet _ -> Optional.of(Refusal.NOT_YET);
            case Outcome.NotSigned _ -> Optional.of(Refusal.NOT_SIGNED);
            case Outcome.Issued _, Outcome.Refused _, Outcome.NotFound _ -> Optional.empty();
        };
    }

    private Outcome assembled(InvoiceCase from, @Nullable Fingerprint previewed, Instant now) {
        InvoiceCase.Days days = from.days();
        if (days.asOf().isAfter(days.today())) {
            return new Outcome.NotYet(days.today());
        }
        return switch (InvoiceAssembly.assemble(from)) {
            case AssemblyResult.NothingDue(LocalDate nextDueOn) ->
                previewed == null ? new Outcome.NothingDue(nextDueOn) : new Outcome.Changed(null);
            case AssemblyResult.Proposed(ProposedInvoice proposed) ->
                judged(
                        from,
                        Assessment.of(
                                from, proposed, invoiceIssuer.decisionMaker().rulebook()),
                        previewed,
                        now);
        };
    }

    private Outcome judged(InvoiceCase from, Assessment assessment, @Nullable Fingerprint previewed, Instant now) {
        if (previewed != null && !previewed.equals(assessment.fingerprint())) {
            return new Outcome.Changed(assessment.fingerprint());
        }
        ProposedInvoice proposed = assessment.proposed();
        String subject = proposed.engagement() == null
                ? "client/" + proposed.client()
                : "engagement/" + proposed.engagement().id();
        DecisionMaker.Basis ruling = new DecisionMaker.Basis(assessment.verdict(), from.actor(), now);
        if (!assessment.isIssuable()) {
            return new Outcome.Refused(
                    assessment,
                    invoiceIssuer
                            .decisionMaker()
                            .record(
                                    RuleSet.INVOICE,
                                    new Decision.Request("issue_invoice", subject),
                                    Decision.Outcome.REFUSED,
                                    ruling));
        }
        InvoiceIssuer.Issued issued =
                invoiceIssuer.issue(from.actor().firm(), new InvoiceIssuer.IssuableCase(from, assessment), now);
        return new Outcome.Issued(issued.invoice(), issued.texts());
    }
}
