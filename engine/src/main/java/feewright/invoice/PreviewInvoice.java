package feewright.invoice;

import feewright.platform.Actor;
import feewright.platform.CustomerTexts;
import feewright.platform.Transactions;
import feewright.rule.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: shows the invoice that issuing would make, with every justification and violation. Writes nothing. */
public record PreviewInvoice(
        Transactions transactions,
        InvoiceCaseLoader invoiceCaseLoader,
        Rulebook rulebook,
        CustomerTexts customerTexts) {

    /** What came of it. */
    public sealed interface Outcome {

        record Previewed(Assessment assessment, InvoiceTexts texts) implements Outcome {}

        record NothingDue(@Nullable LocalDate nextDueOn) implements Outcome {}

        /** No such signed engagement, or no such client, in this firm. */
        record NotFound() implements Outcome {}
    }

    public Outcome preview(Actor actor, InvoiceRequest request, Instant now) {
        return transactions.reading(actor, () -> {
            Optional<InvoiceCase> gathered =
                    invoiceCaseLoader.gather(actor, request, InvoiceCaseLoader.Purpose.LOOK, now);
            if (gathered.isEmpty()) {
                return new Outcome.NotFound();
            }
            return switch (InvoiceAssembly.assemble(gathered.get())) {
                case AssemblyResult.NothingDue(LocalDate nextDueOn) -> new Outcome.NothingDue(nextDueOn);
                case AssemblyResult.Proposed(ProposedInvoice proposed) ->
                    new Outcome.Previewed(
                            Assessment.of(gathered.get(), proposed, rulebook),
                            InvoiceTexts.of(proposed, actor.firm(), customerTexts));
            };
        });
    }
}
