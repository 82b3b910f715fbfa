package feewright.credit;

import feewright.firm.AuditEvent;
import feewright.firm.Content;
import feewright.firm.FirmId;
import feewright.money.Amounts;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
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
record PayOut(Bookkeeping books, WaysBack ways) {

    /** How much of which grant, and why. {@code byHand}: all of it is paid by hand, whoever brought it. */
    record Asked(CreditGrant grant, Money amount, boolean byHand, Words words) {}

    /** Why, and what the client is told. */
    record Words(Content reason, @Nullable Content clientNote) {}

    /** At least one entry, what goes through processors first. */
    List<JournalEntry> pay(Decision decision, Asked asked) {
        List<JournalEntry> paid = new ArrayList<>();
        Money left = asked.amount();
        for (WaysBack.Way way : asked.byHand() ? List.<WaysBack.Way>of() : ways(asked.grant())) {
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

    private List<WaysBack.Way> ways(CreditGrant grant) {
        FirmId firm = grant.of().firm();
        return Optional.ofNullable(grant.asked().origin())
                .flatMap(origin -> books.ledger().find(firm, origin))
                .map(origin -> ways.of(firm, origin))
                .orElse(List.of());
    }

    /** What goes one way: money of a payment through its processor, or of what had made the grant (null: nothing) by hand. */
    private record Part(Money amount, @Nullable JournalEntryId of, boolean byHand) {}

    private JournalEntry entered(Decision decision, Asked asked, Part part) {
        CreditGrant grant = asked.grant();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new Occasion.CreditRefunded(grant.id(), part.of(), part.byHand()),
                part.amount(),
                books.today(grant.of().firm(), decision.at()),
                List.of(new Transfer(grant.account(), Account.Own.REFUND, part.amount())),
                asked.words().reason(),
                asked.words().clientNote());
        AuditEvent.Target target =
                new AuditEvent.Target("credit", grant.id(), grant.of().client());
        return books.post(decision, posting, "credit-refunded", target);
    }
}
