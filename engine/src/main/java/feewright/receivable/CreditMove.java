package feewright.receivable;

import feewright.firm.AuditEvent;
import feewright.firm.ClientId;
import feewright.invoice.InvoiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * A step of credit that something else brought with it (requirement L8): an overpayment that becomes credit, a void that gives credit
 * back. What is a step of credit itself tells of it by its own action and has none of these.
 */
record CreditMove(String action, AuditEvent.Target target, Money amount) {

    private static final String GRANTED = "credit-issued";
    private static final String UNAPPLIED = "credit-unapplied";
    private static final String REFUNDED = "credit-refunded";
    private static final String REVERSED = "credit-reversed";

    /** In the order of the transfers; what is of one kind and of one thing is one step. */
    static List<CreditMove> of(Bookkeeping.Posting posting) {
        Map<Key, Money> sums = new LinkedHashMap<>();
        if (!isItself(posting.occasion())) {
            posting.transfers().forEach(transfer -> add(sums, posting, transfer));
        }
        List<CreditMove> moves = new ArrayList<>();
        sums.forEach((key, amount) -> moves.add(new CreditMove(key.action(), key.target(), amount)));
        return moves;
    }

    /**
     * Whether a posting leaves credit that can pay for something now. What a person takes off an invoice, or takes back with
     * its payment, is left to that person.
     */
    static boolean arrives(Bookkeeping.Posting posting) {
        boolean isTakenOff = posting.occasion() instanceof Occasion.CreditUnapplied
                || posting.occasion() instanceof Occasion.CreditWithdrawn;
        return !isTakenOff
                && posting.transfers().stream().anyMatch(transfer -> transfer.credit() instanceof Account.ClientCredit);
    }

    private record Key(String action, AuditEvent.Target target) {}

    private static void add(Map<Key, Money> sums, Bookkeeping.Posting posting, Transfer transfer) {
        ClientId client = posting.client();
        if (transfer.credit() instanceof Account.ClientCredit(GrantId grant)) {
            boolean isBack = transfer.debit() instanceof Account.Receivable && !grant.equals(posting.made());
            sums.merge(
                    isBack
                            ? new Key(UNAPPLIED, new AuditEvent.Target("invoice", invoice(transfer), client))
                            : new Key(GRANTED, new AuditEvent.Target("credit", grant, client)),
                    transfer.amount(),
                    Money::plus);
        } else if (transfer.debit() instanceof Account.ClientCredit(GrantId grant)) {
            String action = transfer.credit() == Account.Own.REFUND ? REFUNDED : REVERSED;
            sums.merge(new Key(action, new AuditEvent.Target("credit", grant, client)), transfer.amount(), Money::plus);
        }
    }

    private static InvoiceId invoice(Transfer transfer) {
        return ((Account.Receivable) transfer.debit()).invoice();
    }

    private static boolean isItself(Occasion occasion) {
        return switch (occasion) {
            case Occasion.CreditGranted _,
                    Occasion.CreditApplied _,
                    Occasion.CreditUnapplied _,
                    Occasion.CreditWithdrawn _,
                    Occasion.CreditReversed _,
                    Occasion.CreditExpired _,
                    Occasion.CreditRefunded _ -> true;
            default -> false;
        };
    }
}
