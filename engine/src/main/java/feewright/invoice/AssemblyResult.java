package feewright.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the assembly made of a case. */
public sealed interface AssemblyResult {

    record Proposed(ProposedInvoice invoice) implements AssemblyResult {}

    /** No period is due and no due time is unbilled; {@code nextDueOn} says when something will be, if that can be known now. */
    record NothingDue(@Nullable LocalDate nextDueOn) implements AssemblyResult {}
}
