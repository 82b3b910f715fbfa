package feewright.attempt;

import org.joda.money.Money;

/** What of an amount a processor can collect (requirement A7): as much as its way of counting allows, or nothing, and why. */
public sealed interface Collectable {

    /** Above zero, and no more than was asked for. What is less stays owed. */
    record Amount(Money amount) implements Collectable {}

    /** {@code why}: one of {@code AMOUNT_TOO_SMALL}, {@code AMOUNT_TOO_LARGE} and {@code CURRENCY_UNSUPPORTED}. */
    record None(CollectionCursor.StopReason why) implements Collectable {}
}
