package feewright.attempt;

/** What else is done in the transaction that enters money of an attempt, by packages that this one does not know. */
public record Consequences(SecondSuccess second, TakenBack takenBack) {}
