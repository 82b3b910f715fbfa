package feewright.attempt;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The processors that an installation has, by code, and what each can collect of an amount. Nobody is called. */
public record ProcessorLimits(Map<String, Function<Money, Collectable>> byCode) {

    public ProcessorLimits {
        byCode = Map.copyOf(byCode);
    }

    public static ProcessorLimits of(Map<String, PaymentProcessor> processors) {
        return new ProcessorLimits(processors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()::collectable)));
    }

    boolean knows(String processor) {
        return byCode.containsKey(processor);
    }

    /** All of it, where the processor is not known here: that is told when it is to be called. */
    Collectable collectable(String processor, Money owed) {
        return byCode.getOrDefault(processor, Collectable.Amount::new).apply(owed);
    }
}
