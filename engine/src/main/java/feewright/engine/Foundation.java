package feewright.engine;

import feewright.rule.DecisionMaker;

/** What use cases are made of. */
public interface Foundation {

    Ports ports();

    /** Asks the rules in force, and keeps what they decide. */
    DecisionMaker decisionMaker();

    Processors processors();

    Policies policies();
}
