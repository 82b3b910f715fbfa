package feewright.dispute;

import feewright.rule.DecisionId;
import java.time.Instant;

/**
 * That a card issuer believes a payment to be fraud, before anybody disputes it. A fact: nothing moves by it. A rule may propose to give
 * the money back before it is disputed; that stays with a person.
 */
public record FraudWarning(
        FraudWarningId id,
        Dispute.Subject of,
        Dispute.Reference reference,
        Details told,
        Instant recordedAt,
        Proposal proposal) {

    /** The processor's code of the kind of fraud, and whether it takes an answer still. */
    public record Details(String kind, boolean actionable, Instant happenedAt) {}

    /** Whether a rule proposes a refund, by a decision. */
    public record Proposal(boolean refund, DecisionId decision) {}
}
