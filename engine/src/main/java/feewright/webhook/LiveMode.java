package feewright.webhook;

import feewright.firm.Firms;
import feewright.platform.FirmId;

/**
 * Whether what is told of a firm is meant: not in a test firm, nor where the processor is the simulated one or has a test key, so that
 * nobody books such money.
 */
public record LiveMode(boolean moneyMoves, Firms firms) {

    boolean of(FirmId firm) {
        return moneyMoves && !firms.find(firm).orElseThrow().test();
    }
}
