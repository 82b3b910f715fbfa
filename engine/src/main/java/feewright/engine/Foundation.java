package feewright.engine;

import feewright.rule.Judge;

/** What use cases are made of. */
public interface Foundation {

    Ports ports();

    /** Asks the rules in force, and keeps what they decide. */
    Judge judge();

    Processors processors();

    Policies policies();
}
