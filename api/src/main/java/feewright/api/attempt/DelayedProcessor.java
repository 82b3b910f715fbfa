package feewright.api.attempt;

import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorResponse;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A processor that answers no sooner than after a delay, as one over a network does. What it does itself is a part of the delay. For
 * the simulated one only.
 */
public record DelayedProcessor(PaymentProcessor processor, Duration delay) implements PaymentProcessor {

    @Override
    public String code() {
        return processor.code();
    }

    @Override
    public Collectable collectable(Money owed) {
        return processor.collectable(owed);
    }

    @Override
    public ProcessorResponse charge(Charge charge) {
        return inTime(() -> processor.charge(charge));
    }

    @Override
    public ProcessorResponse find(Charge charge) {
        return inTime(() -> processor.find(charge));
    }

    @Override
    public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
        return processor.setUp(firm, client, customer);
    }

    @Override
    public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
        return processor.method(firm, customer, method);
    }

    private ProcessorResponse inTime(Supplier<ProcessorResponse> work) {
        long start = System.nanoTime();
        ProcessorResponse answer = work.get();
        try {
            Thread.sleep(delay.minusNanos(System.nanoTime() - start));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
