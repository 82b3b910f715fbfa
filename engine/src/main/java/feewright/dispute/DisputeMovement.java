package feewright.dispute;

import org.joda.money.Money;

/**
 * What a processor says it moved because of a dispute, under its own reference: amount below zero where it took money and above
 * where it gave money back; fee above zero where it charged for it and below where it gave that back. In one currency.
 */
public record DisputeMovement(String reference, Money amount, Money fee) {

    public DisputeMovement {
        if (!amount.getCurrencyUnit().equals(fee.getCurrencyUnit())) {
            throw new IllegalArgumentException("a movement has one currency");
        }
    }
}
