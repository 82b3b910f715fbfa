package feewright.invoice;

import feewright.firm.Actor;
import feewright.firm.Contents;
import feewright.firm.Transactions;
import feewright.rule.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: shows the invoice that issuing would make, with every justification and violation. Writes nothing. */
public record PreviewInvoice(Transactions transactions, Gathering gathering, Rulebook rulebook, Contents contents) {

    /** What came of it. */
    public sealed interface Outcome {

        record Previewed(Assessment assessment, InvoiceTexts texts) implements Outcome {}

        record NothingDue(@Nullable LocalDate nextDueOn) implements Outcome {}

        /** No such signed engagement, or no such client, in this firm. */
        record NotFound() implements Outcome {}
    }

    public Outcome preview(Actor actor, InvoiceRequest request, Instant now) {
        return transactions.reading(actor, () -> {
            Optional<InvoiceCase> gathered = gathering.gather(actor, request, Gathering.Purpose.LOOK, now);
            if (gathered.isEmpty()) {
                return new Outcome.NotFound();
            }
            return switch (InvoiceAssembly.assemble(gathered.get())) {
                case Assembly.NothingDue(LocalDate nextDueOn) -> new Outcome.NothingDue(nextDueOn);
                case Assembly.Proposed(ProposedInvoice proposed) ->
                    new Outcome.Previewed(
                            Assessment.of(gathered.get(), proposed, rulebook),
                            InvoiceTexts.of(proposed, actor.firm(), contents));
            };
        });
    }
}
