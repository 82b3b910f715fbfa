package feewright.api.attempt;

import feewright.api.json.MoneyJson;
import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.PaymentFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment attempt, and everything that was said of it. Codes only: a processor's words are content. */
public record AttemptView(
        UUID id,
        UUID invoiceId,
        UUID clientId,
        UUID paymentMethodId,
        int number,
        String cause,
        MoneyJson amount,
        String state,
        @Nullable String reference,
        @Nullable String failureCategory,
        @Nullable String failureCode,
        @Nullable UUID paymentId,
        Instant createdAt,
        List<AttemptEventView> events) {

    /** {@code applied} is false where no rule permitted what was said. */
    record AttemptEventView(
            int number,
            Instant at,
            String state,
            String source,
            @Nullable String sourceId,
            boolean applied,
            @Nullable MoneyJson amount,
            @Nullable FailureView failure,
            @Nullable String code,
            @Nullable UUID journalEntryId) {

        static AttemptEventView of(AttemptEvent event) {
            AttemptUpdate report = event.report();
            return new AttemptEventView(
                    event.number(),
                    event.at(),
                    report.state().code(),
                    event.source().kind().code(),
                    event.source().id(),
                    event.effect().applied(),
                    report instanceof AttemptUpdate.Succeeded(String _, Money amount) ? MoneyJson.of(amount) : null,
                    report instanceof AttemptUpdate.Failed failed ? FailureView.of(failed.failure()) : null,
                    code(report),
                    event.effect().entry() == null
                            ? null
                            : event.effect().entry().value());
        }

        private static @Nullable String code(AttemptUpdate report) {
            return switch (report) {
                case AttemptUpdate.NotSent(String code) -> code;
                case AttemptUpdate.Unknown(String code) -> code;
                case AttemptUpdate.NotFound _ -> "payment_not_found";
                default -> null;
            };
        }
    }

    record FailureView(
            String category,
            boolean hard,
            String code,
            @Nullable String advice) {

        static FailureView of(PaymentFailure failure) {
            return new FailureView(
                    failure.category().code(),
                    failure.hard(),
                    failure.code(),
                    failure.advice() == null ? null : failure.advice().code());
        }
    }

    /** As answers show it. */
    public static AttemptView of(PaymentAttempt attempt) {
        return new AttemptView(
                attempt.id().value(),
                attempt.of().invoice().value(),
                attempt.of().client().value(),
                attempt.method().value(),
                attempt.made().number(),
                attempt.made().cause().code(),
                MoneyJson.of(attempt.amount()),
                attempt.state().code(),
                attempt.reference(),
                attempt.failure().map(failure -> failure.category().code()).orElse(null),
                attempt.failure().map(PaymentFailure::code).orElse(null),
                attempt.payment().map(payment -> payment.value()).orElse(null),
                attempt.made().at(),
                attempt.events().stream().map(AttemptEventView::of).toList());
    }
}
