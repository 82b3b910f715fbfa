package feewright.whatif;

import feewright.invoice.Assessment;
import feewright.invoice.Invoice;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Verdict;
import feewright.whatif.PastInvoice.Rebuilding;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Use case: judges the past once more, by the rules in force and by a candidate (requirement X4). Writes nothing: no decision, no
 * audit event, no number. Read in pages, each in a transaction of its own, so that no more than one is held and no snapshot lasts.
 */
public record CompareRules(Transactions transactions, PastCases cases, BillingFailureCases billingFailures) {

    private static final int PAGE = 50;

    /** Who asks what, when, of which packs. */
    public record Trial(Actor actor, ComparisonScope question, Packs packs, Instant now) {}

    /** Whether more than so many invoices, or so many engagements that were set aside, are asked for. */
    public boolean exceeds(Trial trial, int most) {
        Actor actor = trial.actor();
        return transactions.reading(
                actor,
                () -> cases.past()
                                        .next(actor.firm(), trial.question(), null, most + 1)
                                        .size()
                                > most
                        || billingFailures.count(trial, most + 1) > most);
    }

    /** Tells what comes of every invoice, by issue date, and then of what is set aside. */
    public void compare(Trial trial, Consumer<Finding> to) {
        PastInvoices.@Nullable Place after = null;
        List<PastInvoice> page;
        do {
            page = next(trial, after);
            for (PastInvoice invoice : page) {
                Invoice.Head head = invoice.invoice().head();
                to.accept(judged(invoice, trial.packs()));
                after = new PastInvoices.Place(head.dates().issue(), head.id());
            }
        } while (page.size() == PAGE);
        billingFailures.compare(trial, to);
    }

    private List<PastInvoice> next(Trial trial, PastInvoices.@Nullable Place after) {
        Actor actor = trial.actor();
        return transactions.reading(
                actor,
                () -> cases.past().next(actor.firm(), trial.question(), after, PAGE).stream()
                        .map(cases::read)
                        .toList());
    }

    private static Finding judged(PastInvoice past, Packs packs) {
        Invoice.Head head = past.invoice().head();
        return switch (past.rebuilt()) {
            case Rebuilding.Failed(Mismatch why) -> new Finding.NotRebuilt(head, why);
            case Rebuilding.Rebuilt(var from, var proposed) -> {
                Assessment inForce = Assessment.of(from, proposed, packs.inForce());
                yield isAsItWas(past, inForce.verdict())
                        ? new Finding.Compared(
                                head, new Comparison(inForce, Assessment.of(from, proposed, packs.candidate())))
                        : new Finding.NotRebuilt(head, Mismatch.VERDICT);
            }
        };
    }

    /** The pack of its issue says what it said then. What another pack would have said of it nobody knows. */
    private static boolean isAsItWas(PastInvoice past, Verdict now) {
        Verdict then = past.decision().verdict();
        return !then.pack().equals(now.pack()) || then.equals(now);
    }
}
