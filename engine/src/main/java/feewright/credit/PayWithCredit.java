package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pays invoices that stand with their clients' credit, where their terms say so (requirement E10), in the transaction that is open. What
 * the rules refuse is left unpaid, with the decision kept. Accounts are locked before grants, and several by their ids.
 */
public record PayWithCredit(Credits credits, CreditPayableInvoices automatic, Bookkeeping books) {

    private static final Comparator<InvoiceAccount> OLDEST_DUE = Comparator.comparing(
                    (InvoiceAccount account) -> account.head().dates().due())
            .thenComparing(account -> account.invoice().value().toString());

    /** Pays those of the invoices that credit pays by itself, what is due first at first; the entries that paid. */
    public List<JournalEntry> pay(FirmId firm, Collection<InvoiceId> invoices, Instant now) {
        LocalDate today = books.today(firm, now);
        List<InvoiceId> paying = automatic.among(firm, invoices, today);
        if (paying.isEmpty()) {
            return List.of();
        }
        books.ledger().hold(firm, paying);
        List<InvoiceAccount> accounts =
                books.ledger().read(firm, paying).stream().sorted(OLDEST_DUE).toList();
        List<ClientId> clients = accounts.stream()
                .map(account -> account.head().parties().client())
                .distinct()
                .toList();
        OpenCredit open = new OpenCredit(credits.lockOpen(firm, clients));
        CreditApplier byTerms = new CreditApplier(books, Actor.scheduler(firm), now);
        List<JournalEntry> applied = new ArrayList<>();
        for (InvoiceAccount account : accounts) {
            InvoiceId invoice = account.invoice();
            ProposedCreditApplication.Circumstances against = new ProposedCreditApplication.Circumstances(
                    automatic.isCollected(firm, invoice), takenOff(firm, invoice));
            byTerms.apply(new CreditApplier.Candidate(account, today, against), open)
                    .ifPresent(applied::add);
        }
        return applied;
    }

    /** The same, with the accounts of all of them locked first: so no credit comes between what is then read of one and its attempt. */
    public void holdAndPay(FirmId firm, Collection<InvoiceId> invoices, Instant now) {
        if (!invoices.isEmpty()) {
            books.ledger().hold(firm, invoices);
            pay(firm, invoices, now);
        }
    }

    /** What a person took off an invoice: it comes back to it by hand only. */
    private Set<GrantId> takenOff(FirmId firm, InvoiceId invoice) {
        Ledger.EntryFilter taken = new Ledger.EntryFilter(null, Ledger.EntryKind.CREDIT_UNAPPLIED, null, invoice, null);
        return books.ledger().page(firm, taken, Integer.MAX_VALUE).stream()
                .flatMap(entry -> entry.transfers().stream())
                .map(Transfer::credit)
                .filter(Account.ClientCredit.class::isInstance)
                .map(account -> ((Account.ClientCredit) account).grant())
                .collect(Collectors.toSet());
    }
}
