package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.platform.AuditEvent;
import feewright.platform.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * A step of credit that something else brought with it (requirement L8): an overpayment that becomes credit, a void that gives credit
 * back. What is a step of credit itself tells of it by its own action and has none of these.
 */
record CreditSideEffect(String action, AuditEvent.Target target, Money amount) {

    private static final String GRANTED = "credit_granted";
    private static final String UNAPPLIED = "credit_unapplied";
    private static final String REFUNDED = "credit_refunded";
    private static final String REVERSED = "credit_reversed";

    /** In the order of the transfers; what is of one kind and of one thing is one step. */
    static List<CreditSideEffect> of(Bookkeeping.Posting posting) {
        Map<Key, Money> sums = new LinkedHashMap<>();
        if (!isItself(posting.cause())) {
            posting.transfers().forEach(transfer -> add(sums, posting, transfer));
        }
        List<CreditSideEffect> moves = new ArrayList<>();
        sums.forEach((key, amount) -> moves.add(new CreditSideEffect(key.action(), key.target(), amount)));
        return moves;
    }

    /**
     * Whether a posting leaves credit that can pay for something now. What a person takes off an invoice, or takes back with
     * its payment, is left to that person.
     */
    static boolean arrives(Bookkeeping.Posting posting) {
        boolean isTakenOff = posting.cause() instanceof EntryCause.CreditUnapplied
                || posting.cause() instanceof EntryCause.CreditWithdrawn;
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
            String action = transfer.credit() == Account.FirmAccount.REFUND ? REFUNDED : REVERSED;
            sums.merge(new Key(action, new AuditEvent.Target("credit", grant, client)), transfer.amount(), Money::plus);
        }
    }

    private static InvoiceId invoice(Transfer transfer) {
        return ((Account.Receivable) transfer.debit()).invoice();
    }

    private static boolean isItself(EntryCause cause) {
        return switch (cause) {
            case EntryCause.CreditGranted _,
                    EntryCause.CreditApplied _,
                    EntryCause.CreditUnapplied _,
                    EntryCause.CreditWithdrawn _,
                    EntryCause.CreditReversed _,
                    EntryCause.CreditExpired _,
                    EntryCause.CreditRefunded _ -> true;
            default -> false;
        };
    }
}
