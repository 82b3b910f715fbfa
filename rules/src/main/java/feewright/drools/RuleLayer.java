package feewright.drools;

import feewright.platform.Coded;

/** Where a rule comes from. */
public enum RuleLayer implements Coded {
    /** Part of the product. Its codes are reserved. */
    CORE,
    /** From the configured directory of the firm's rule authors. */
    AUTHOR;
}
