package feewright.refund;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.Pace;
import feewright.refund.RecordRefund.Told;
import feewright.refund.RefundProcessor.Answer;
import feewright.refund.RefundProcessor.Look;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Use case: asks a processor about refunds, outside any transaction, and writes down what it answers. */
public record RunRefund(Map<String, RefundProcessor> processors, RecordRefund recordRefund) {

    public RunRefund {
        processors = Map.copyOf(processors);
    }

    /** Runs one; {@code now} is asked again once the answer is there. */
    public void run(RefundErrand errand, Supplier<Instant> now) {
        RefundProcessor processor = processors.get(errand.payment().processor());
        switch (errand) {
            case RefundErrand.Send(RefundOrder order) ->
                record(order, processor == null ? noProcessor() : processor.refund(order), Source.CALL, now.get());
            case RefundErrand.LookUp(RefundOrder order) ->
                record(
                        order,
                        processor == null ? noProcessor() : looked(processor.find(order), order, now.get()),
                        Source.LOOK_UP,
                        now.get());
            case RefundErrand.LookForAll(RefundOrder.Payment payment) -> {
                if (processor != null) {
                    processor.all(payment).orElse(List.of()).forEach(standing -> record(payment, standing, now.get()));
                }
            }
        }
    }

    private static Answer noProcessor() {
        return Answer.of(new RefundReport.Unanswered("no-processor"));
    }

    private void record(RefundOrder order, Answer answer, Source source, Instant at) {
        Told told = new Told(
                new RecordRefund.Subject(
                        order.of().payment().reference(),
                        order.refund(),
                        order.of().amount()),
                answer,
                source,
                at);
        recordRefund.record(order.of().payment().firm(), told, at);
    }

    private void record(RefundOrder.Payment payment, RefundProcessor.Standing standing, Instant at) {
        Told told = new Told(
                new RecordRefund.Subject(payment.reference(), standing.ours(), standing.amount()),
                Answer.of(standing.report()),
                Source.LOOK_UP,
                standing.at());
        recordRefund.record(payment.firm(), told, at);
    }

    /** What is not there once its key is forgotten never was: nobody will send it again, so it cannot come any more. */
    private static Answer looked(Look look, RefundOrder order, Instant now) {
        return switch (look) {
            case Look.Found(RefundReport report) -> Answer.of(report);
            case Look.Unanswered(String code) -> Answer.of(new RefundReport.Unanswered(code));
            case Look.NotThere _ ->
                Answer.of(
                        Pace.keyLasts(order.madeAt(), now)
                                ? new RefundReport.Unanswered("not-there")
                                : new RefundReport.Failed(null, "never-arrived"));
        };
    }
}
