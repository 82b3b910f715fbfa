package feewright.whatif;

import feewright.rule.Rulebook;

/** The two packs that are compared. Each has to stay one and the same for as long as a comparison takes. */
public record Packs(Rulebook inForce, Rulebook candidate) {}
