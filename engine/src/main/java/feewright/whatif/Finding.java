package feewright.whatif;

import feewright.invoice.Invoice;
import feewright.run.BillingFailure;

/** What came of judging one thing once more. */
public sealed interface Finding {

    /** An issued invoice, by both packs. */
    record Compared(Invoice.Head head, Comparison comparison) implements Finding {}

    /** An issued invoice that does not come out of its facts as it was issued, and is therefore not compared. */
    record NotRebuilt(Invoice.Head head, Mismatch why) implements Finding {}

    /** What the rules refused a run, and what stands there now, by both packs. */
    record ComparedFailure(BillingFailure aside, Comparison comparison) implements Finding {}
}
