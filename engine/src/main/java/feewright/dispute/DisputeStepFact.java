package feewright.dispute;

import feewright.ledger.DisputeId;
import feewright.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * That an event says a dispute comes from one state (null: nothing was told of it before) into another; amounts in minor units.
 * {@code repeats}: it is in that state already. {@code withdrawnMinor}: of it, once the event counts; below zero where more came
 * back than went. {@code contestedMinor} is what it then claims or took of the payment, and {@code freeMinor} what of the payment
 * no other dispute claims or took. {@code oneCurrency}: everything moved for it is in one currency.
 */
public record DisputeStepFact(
        DisputeId dispute,
        @Nullable DisputeState was,
        DisputeEvent.Kind kind,
        DisputeState becomes,
        boolean repeats,
        long withdrawnMinor,
        long contestedMinor,
        long freeMinor,
        boolean oneCurrency)
        implements Fact {

    @Override
    public String ref() {
        return "dispute/" + dispute;
    }
}
