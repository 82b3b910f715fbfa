package feewright.drools;

import feewright.attempt.AttemptFact;
import feewright.attempt.AttemptState;
import feewright.attempt.AttemptUpdateFact;
import feewright.attempt.PaymentFailure;
import feewright.attempt.PaymentFailureFact;
import feewright.attempt.RetryFact;
import feewright.attempt.SuspenseResolutionFact;
import feewright.credit.ApplicationFact;
import feewright.credit.CreditNoteFact;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.credit.CreditStepFact;
import feewright.credit.CreditedLineFact;
import feewright.credit.CreditedTimeFact;
import feewright.credit.DrawFact;
import feewright.credit.DrawnFact;
import feewright.credit.GrantFact;
import feewright.credit.PayoutFact;
import feewright.credit.UnapplicationFact;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeState;
import feewright.dispute.DisputeStepFact;
import feewright.dispute.FraudWarningFact;
import feewright.dispute.LostDisputeFact;
import feewright.engagement.EndingFact;
import feewright.engagement.EngagementFact;
import feewright.engagement.PauseFact;
import feewright.engagement.PausedFact;
import feewright.engagement.PricingMode;
import feewright.engagement.RenewalFact;
import feewright.engagement.ResumptionFact;
import feewright.engagement.SigningFact;
import feewright.invoice.AdjustmentsFact;
import feewright.invoice.BeyondCapFact;
import feewright.invoice.InvoiceFact;
import feewright.invoice.LineFact;
import feewright.invoice.OverrideFact;
import feewright.invoice.PeriodFact;
import feewright.invoice.UnpricedFact;
import feewright.ledger.VoidFact;
import feewright.ledger.WriteOffFact;
import feewright.payment.PaymentFact;
import feewright.payment.PaymentReversalFact;
import feewright.payment.RefundFact;
import feewright.refund.DoublePaymentFact;
import feewright.refund.RefundState;
import feewright.refund.RefundUpdateFact;
import feewright.rule.ActorFact;
import feewright.rule.Conclusion.Justification;
import feewright.rule.Conclusion.Permit;
import feewright.rule.Conclusion.Violation;
import feewright.rule.RuleSet;
import feewright.time.Approval;
import feewright.time.ApprovalFact;
import feewright.time.RejectionFact;
import feewright.time.TimeFact;
import feewright.time.TimeState;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every word that a condition may use. Conditions are compiled to Java, so what is not in this list could run code: a method
 * call, a class, a property such as {@code class}. The list is closed; none of its words does more than read a value.
 */
final class Vocabulary {

    static final Set<String> CONNECTIVES = Set.of("not", "exists", "forall", "and", "or", "in");

    private static final List<Class<?>> ENUMS = List.of(
            PricingMode.class,
            TimeState.class,
            Approval.Side.class,
            CreditStep.class,
            CreditSource.class,
            AttemptState.class,
            PaymentFailure.Category.class,
            PaymentFailure.Advice.class,
            RefundState.class,
            DisputeState.class,
            DisputeEvent.Kind.class);
    private static final List<Class<?>> CONCLUSIONS = List.of(Justification.class, Violation.class, Permit.class);
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "this", "contains", "memberOf");

    /** What may be asked of a date. */
    private static final Set<String> OF_DATES = Set.of("year", "monthValue", "dayOfMonth", "dayOfWeek", "value");

    private static final Set<String> WORDS = words();

    private Vocabulary() {}

    /** The facts that are given to a rule set: a rule on any other could never fire. */
    static List<Class<?>> facts(RuleSet set) {
        return switch (set) {
            case ENGAGEMENT ->
                List.of(
                        ActorFact.class,
                        EngagementFact.class,
                        SigningFact.class,
                        EndingFact.class,
                        PauseFact.class,
                        ResumptionFact.class,
                        RenewalFact.class);
            case TIME ->
                List.of(
                        ActorFact.class,
                        EngagementFact.class,
                        PausedFact.class,
                        TimeFact.class,
                        ApprovalFact.class,
                        RejectionFact.class);
            case INVOICE ->
                List.of(
                        ActorFact.class,
                        EngagementFact.class,
                        PausedFact.class,
                        TimeFact.class,
                        InvoiceFact.class,
                        LineFact.class,
                        LineFact.PackageLineFact.class,
                        LineFact.HourlyLineFact.class,
                        LineFact.IncludedLineFact.class,
                        LineFact.MinimumLineFact.class,
                        LineFact.CapLineFact.class,
                        LineFact.ManualLineFact.class,
                        LineFact.LineTimeFact.class,
                        PeriodFact.class,
                        OverrideFact.class,
                        UnpricedFact.class,
                        AdjustmentsFact.class,
                        BeyondCapFact.class,
                        VoidFact.class);
            case CREDIT ->
                List.of(
                        ActorFact.class,
                        GrantFact.class,
                        CreditStepFact.class,
                        ApplicationFact.class,
                        DrawFact.class,
                        DrawnFact.class,
                        UnapplicationFact.class,
                        CreditNoteFact.class,
                        PayoutFact.class,
                        CreditedLineFact.class,
                        CreditedTimeFact.class);
            case PAYMENT ->
                List.of(
                        ActorFact.class,
                        PaymentFact.class,
                        RefundFact.class,
                        PaymentReversalFact.class,
                        WriteOffFact.class,
                        AttemptFact.class,
                        AttemptUpdateFact.class,
                        RefundUpdateFact.class,
                        DoublePaymentFact.class,
                        SuspenseResolutionFact.class);
            case RETRY -> List.of(ActorFact.class, PaymentFailureFact.class, RetryFact.class);
            case DISPUTE ->
                List.of(ActorFact.class, DisputeStepFact.class, LostDisputeFact.class, FraudWarningFact.class);
        };
    }

    static Optional<Class<?>> fact(RuleSet set, String simpleName) {
        return facts(set).stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst();
    }

    static boolean mayImport(RuleSet set, String name) {
        return Stream.of(facts(set), ENUMS, CONCLUSIONS)
                .flatMap(Collection::stream)
                .anyMatch(type -> type.getCanonicalName().equals(name));
    }

    static boolean isConclusion(String simpleName) {
        return CONCLUSIONS.stream().anyMatch(type -> type.getSimpleName().equals(simpleName));
    }

    static boolean isWord(RuleSet set, String word) {
        return WORDS.contains(word)
                || CONNECTIVES.contains(word)
                || fact(set, word).isPresent();
    }

    private static Set<String> words() {
        Stream<String> fields = Arrays.stream(RuleSet.values())
                .flatMap(set -> facts(set).stream())
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName);
        Stream<String> constants = ENUMS.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getSimpleName()),
                        Arrays.stream(type.getEnumConstants()).map(Object::toString)));
        return Stream.of(fields, constants, LITERALS.stream(), OF_DATES.stream())
                .flatMap(words -> words)
                .collect(Collectors.toUnmodifiableSet());
    }
}
