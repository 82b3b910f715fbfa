package feewright.credit;

import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.AuditEvent;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pays out credit that was paid for, in the transaction that is open and by a decision that let it pass (requirement L6). What processors
 * brought goes back through them, the newest payment first; the rest somebody pays by hand. Each way is an entry of its own.
 */
record PayOut(Bookkeeping books, RefundRoutes ways) {

    /** How much of which grant, and why. {@code byHand}: all of it is paid by hand, whoever brought it. */
    record Request(CreditGrant grant, Money amount, boolean byHand, Texts words) {}

    /** Why, and what the client is told. */
    record Texts(CustomerText reason, @Nullable CustomerText clientNote) {}

    /** At least one entry, what goes through processors first. */
    List<JournalEntry> pay(Decision decision, Request asked) {
        List<JournalEntry> paid = new ArrayList<>();
        Money left = asked.amount();
        for (RefundRoutes.Route way : asked.byHand() ? List.<RefundRoutes.Route>of() : ways(asked.grant())) {
            Money part = Amounts.least(left, way.most());
            if (part.isPositive()) {
                JournalEntry entry =
                        entered(decision, asked, new Part(part, way.payment().id(), false));
                ways.ask(way, decision, entry);
                paid.add(entry);
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            paid.add(entered(
                    decision, asked, new Part(left, asked.grant().asked().origin(), true)));
        }
        return paid;
    }

    private List<RefundRoutes.Route> ways(CreditGrant grant) {
        FirmId firm = grant.of().firm();
        return Optional.ofNullable(grant.asked().origin())
                .flatMap(origin -> books.ledger().find(firm, origin))
                .map(origin -> ways.of(firm, origin))
                .orElse(List.of());
    }

    /** What goes one way: money of a payment through its processor, or of what had made the grant (null: nothing) by hand. */
    private record Part(Money amount, @Nullable JournalEntryId of, boolean byHand) {}

    private JournalEntry entered(Decision decision, Request asked, Part part) {
        CreditGrant grant = asked.grant();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new EntryCause.CreditRefunded(grant.id(), part.of(), part.byHand()),
                part.amount(),
                books.today(grant.of().firm(), decision.at()),
                List.of(new Transfer(grant.account(), Account.FirmAccount.REFUND, part.amount())),
                asked.words().reason(),
                asked.words().clientNote());
        AuditEvent.Target target =
                new AuditEvent.Target("credit", grant.id(), grant.of().client());
        return books.post(decision, posting, "credit_refunded", target);
    }
}
