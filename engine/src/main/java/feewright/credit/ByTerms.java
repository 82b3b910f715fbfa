package feewright.credit;

import feewright.firm.Actor;
import feewright.receivable.Bookkeeping;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Applies credit as the terms say, if the rules let it: at the issue and whenever credit arrives. By whom and when. */
record ByTerms(Bookkeeping books, Actor actor, Instant now) {

    /** An invoice that may take credit on a day, and what speaks against it. */
    record Of(InvoiceAccount account, LocalDate today, Application.Circumstances circumstances) {

        /** Just issued. */
        static Of issued(InvoiceAccount account) {
            return new Of(account, account.head().dates().issue(), Application.Circumstances.NONE);
        }
    }

    /** What was applied; empty where there was nothing to apply, or the rules refuse. */
    Optional<JournalEntry> apply(Of of, OpenCredit open) {
        InvoiceAccount account = of.account();
        List<CreditStanding> offered = of.circumstances().collected()
                ? List.of()
                : open.of(account.head().parties().client()).stream()
                        .filter(credit -> !of.circumstances().takenOff().contains(credit.id()))
                        .toList();
        Application application = Application.automatic(account, offered, of.today());
        if (application.draws().isEmpty()) {
            return Optional.empty();
        }
        Decision decision = books.judge()
                .ask(
                        RuleSet.CREDIT,
                        Application.question(account),
                        application.facts(actor, application.amount(), of.circumstances()),
                        new Judge.By(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Optional.empty();
        }
        open.drawn(application.draws());
        return Optional.of(application.post(books, decision, of.today()));
    }
}
