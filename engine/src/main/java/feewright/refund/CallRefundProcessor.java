package feewright.refund;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.PollSchedule;
import feewright.refund.RecordRefund.Received;
import feewright.refund.RefundProcessor.LookUpResult;
import feewright.refund.RefundProcessor.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Use case: asks a processor about refunds, outside any transaction, and writes down what it answers. */
public record CallRefundProcessor(Map<String, RefundProcessor> processors, RecordRefund recordRefund) {

    public CallRefundProcessor {
        processors = Map.copyOf(processors);
    }

    /** Runs one; {@code now} is asked again once the answer is there. */
    public void run(RefundCall errand, Supplier<Instant> now) {
        RefundProcessor processor = processors.get(errand.payment().processor());
        switch (errand) {
            case RefundCall.Send(RefundOrder order) ->
                record(order, processor == null ? noProcessor() : processor.refund(order), Source.CALL, now.get());
            case RefundCall.LookUp(RefundOrder order) ->
                record(
                        order,
                        processor == null ? noProcessor() : looked(processor.find(order), order, now.get()),
                        Source.LOOK_UP,
                        now.get());
            case RefundCall.LookForAll(RefundOrder.Payment payment) -> {
                if (processor != null) {
                    processor.all(payment).orElse(List.of()).forEach(standing -> record(payment, standing, now.get()));
                }
            }
        }
    }

    private static Response noProcessor() {
        return Response.of(new RefundUpdate.Unanswered("no_processor"));
    }

    private void record(RefundOrder order, Response answer, Source source, Instant at) {
        Received told = new Received(
                new RecordRefund.Subject(
                        order.of().payment().reference(),
                        order.refund(),
                        order.of().amount()),
                answer,
                source,
                at);
        recordRefund.record(order.of().payment().firm(), told, at);
    }

    private void record(RefundOrder.Payment payment, RefundProcessor.ProcessorRefund standing, Instant at) {
        Received told = new Received(
                new RecordRefund.Subject(payment.reference(), standing.ours(), standing.amount()),
                Response.of(standing.report()),
                Source.LOOK_UP,
                standing.at());
        recordRefund.record(payment.firm(), told, at);
    }

    /** What is not there once its key is forgotten never was: nobody will send it again, so it cannot come any more. */
    private static Response looked(LookUpResult look, RefundOrder order, Instant now) {
        return switch (look) {
            case LookUpResult.Found(RefundUpdate report) -> Response.of(report);
            case LookUpResult.Unanswered(String code) -> Response.of(new RefundUpdate.Unanswered(code));
            case LookUpResult.NotFound _ ->
                Response.of(
                        PollSchedule.keyLasts(order.madeAt(), now)
                                ? new RefundUpdate.Unanswered("payment_not_found")
                                : new RefundUpdate.Failed(null, "never_arrived"));
        };
    }
}
