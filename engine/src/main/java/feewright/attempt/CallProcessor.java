package feewright.attempt;

import feewright.attempt.RecordAttemptUpdate.Received;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Use case: asks a processor, outside any transaction, and writes down what it answers. */
public record CallProcessor(Map<String, PaymentProcessor> processors, RecordAttemptUpdate recordAttemptUpdate) {

    public CallProcessor {
        processors = Map.copyOf(processors);
    }

    /** Runs one; {@code now} is asked again once the answer is there. */
    public void run(ProcessorCall errand, Supplier<Instant> now) {
        ask(errand, now).run();
    }

    /** Only asks. What it gives writes the answer down, so that another may do that while the next processor is asked. */
    public Runnable ask(ProcessorCall errand, Supplier<Instant> now) {
        Charge charge = errand.charge();
        PaymentProcessor processor = processors.get(charge.method().processor());
        ProcessorResponse answer = processor == null
                ? ProcessorResponse.of(new AttemptUpdate.NotSent("no_processor"))
                : switch (errand) {
                    case ProcessorCall.Collect _ -> processor.charge(charge);
                    case ProcessorCall.LookUp _ -> looked(processor.find(charge), charge, now.get());
                };
        Instant at = now.get();
        AttemptEvent.Source source =
                errand instanceof ProcessorCall.Collect ? AttemptEvent.Source.CALL : AttemptEvent.Source.LOOK_UP;
        return () -> recordAttemptUpdate.record(charge.firm(), charge.attempt(), new Received(answer, source, at), at);
    }

    /** What is not there once its key is forgotten never was: nobody will send it again, so it cannot come any more. */
    private static ProcessorResponse looked(ProcessorResponse found, Charge charge, Instant now) {
        boolean over = found.report() instanceof AttemptUpdate.NotFound && !PollSchedule.keyLasts(charge.madeAt(), now);
        return over
                ? ProcessorResponse.of(new AttemptUpdate.Failed(
                        null,
                        new PaymentFailure(PaymentFailure.Category.PROCESSING_ERROR, false, "never_arrived", null)))
                : found;
    }
}
