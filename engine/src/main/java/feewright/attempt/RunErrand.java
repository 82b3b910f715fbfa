package feewright.attempt;

import feewright.attempt.RecordReport.Said;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Use case: asks a processor, outside any transaction, and writes down what it answers. */
public record RunErrand(Map<String, PaymentProcessor> processors, RecordReport recordReport) {

    public RunErrand {
        processors = Map.copyOf(processors);
    }

    /** Runs one; {@code now} is asked again once the answer is there. */
    public void run(Errand errand, Supplier<Instant> now) {
        ask(errand, now).run();
    }

    /** Only asks. What it gives writes the answer down, so that another may do that while the next processor is asked. */
    public Runnable ask(Errand errand, Supplier<Instant> now) {
        Charge charge = errand.charge();
        PaymentProcessor processor = processors.get(charge.method().processor());
        Answer answer = processor == null
                ? Answer.of(new Report.NotSent("no-processor"))
                : switch (errand) {
                    case Errand.Collect _ -> processor.charge(charge);
                    case Errand.LookUp _ -> looked(processor.find(charge), charge, now.get());
                };
        Instant at = now.get();
        AttemptEvent.Source source =
                errand instanceof Errand.Collect ? AttemptEvent.Source.CALL : AttemptEvent.Source.LOOK_UP;
        return () -> recordReport.record(charge.firm(), charge.attempt(), new Said(answer, source, at), at);
    }

    /** What is not there once its key is forgotten never was: nobody will send it again, so it cannot come any more. */
    private static Answer looked(Answer found, Charge charge, Instant now) {
        boolean over = found.report() instanceof Report.NotThere && !Pace.keyLasts(charge.madeAt(), now);
        return over
                ? Answer.of(new Report.Failed(
                        null, new Failure(Failure.Category.PROCESSING_ERROR, false, "never-arrived", null)))
                : found;
    }
}
