package feewright.credit;

import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.platform.Actor;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Applies credit as the terms say, if the rules let it: at the issue and whenever credit arrives. By whom and when. */
record CreditApplier(Bookkeeping books, Actor actor, Instant now) {

    /** An invoice that may take credit on a day, and what speaks against it. */
    record Candidate(InvoiceAccount account, LocalDate today, ProposedCreditApplication.Circumstances circumstances) {

        /** Just issued. */
        static Candidate issued(InvoiceAccount account) {
            return new Candidate(account, account.head().dates().issue(), ProposedCreditApplication.Circumstances.NONE);
        }
    }

    /** What was applied; empty where there was nothing to apply, or the rules refuse. */
    Optional<JournalEntry> apply(Candidate of, OpenCredit open) {
        InvoiceAccount account = of.account();
        List<CreditBalance> offered = of.circumstances().collected()
                ? List.of()
                : open.of(account.head().parties().client()).stream()
                        .filter(credit -> !of.circumstances().takenOff().contains(credit.id()))
                        .toList();
        ProposedCreditApplication application = ProposedCreditApplication.automatic(account, offered, of.today());
        if (application.draws().isEmpty()) {
            return Optional.empty();
        }
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        ProposedCreditApplication.question(account),
                        application.facts(actor, application.amount(), of.circumstances()),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Optional.empty();
        }
        open.drawn(application.draws());
        return Optional.of(application.post(books, decision, of.today()));
    }
}
