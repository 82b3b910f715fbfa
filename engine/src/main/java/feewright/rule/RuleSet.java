package feewright.rule;

import feewright.platform.Coded;

/** A set of rules that judges one kind of question. Its folder in a pack has the same name. */
public enum RuleSet implements Coded {
    ENGAGEMENT,
    TIME,
    INVOICE,
    CREDIT,
    PAYMENT,
    /** When a failed collection is tried again. */
    RETRY,
    /** What processors may say of disputes, and what follows from a loss or a warning. */
    DISPUTE;

    /** The folder's name: {@code invoice}. */
    public String folder() {
        return code();
    }
}
