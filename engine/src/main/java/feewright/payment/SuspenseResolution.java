package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.credit.CreditGrant;
import feewright.credit.Credits;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.SuspenseItem;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where money in suspense can go, with everything that it could go to locked: its invoice (null where that is of another currency), and
 * the credit that its payment made.
 */
public record SuspenseResolution(
        SuspenseItem item, @Nullable InvoiceAccount account, List<CreditBalance> made, Writing writing) {

    /** By which credit that comes of it is written. */
    public record Writing(Credits credits, Bookkeeping books) {}

    public SuspenseResolution {
        made = List.copyOf(made);
    }

    /** Of an item whose invoice is locked. */
    public static SuspenseResolution of(SuspenseItem item, @Nullable InvoiceAccount account, Writing writing) {
        boolean own = account != null
                && account.head().currency().equals(item.balance().getCurrencyUnit());
        List<CreditBalance> made = item.of().payment() == null || !own
                ? List.of()
                : writing.credits().lockFrom(item.known().of().firm(), item.of().payment());
        return new SuspenseResolution(item, own ? account : null, made, writing);
    }

    /** How much is left to settle, in whichever direction. */
    public Money left() {
        return item.balance().abs();
    }

    /** How much a target can bear of what is missing, or take of what is too much. */
    public Money most(SuspenseTarget target) {
        Money none = Money.zero(left().getCurrencyUnit());
        boolean missing = item.balance().isPositive();
        return switch (target) {
            case FIRM -> left();
            case INVOICE ->
                account == null || account.isVoid() ? none : missing ? positive(account.received()) : left();
            case CREDIT -> missing ? remaining() : left();
        };
    }

    /** Whether money that came goes to another target than its invoice. */
    public boolean takesElsewhere(SuspenseTarget target) {
        return item.balance().isNegative() && target != SuspenseTarget.INVOICE;
    }

    private Money remaining() {
        return Amounts.sum(
                left().getCurrencyUnit(),
                made.stream().map(CreditBalance::remaining).toList());
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }

    /** So much of it goes there; what becomes credit is asked for as is said. */
    public List<Transfer> transfers(SuspenseTarget target, Money amount, CreditGrant.Created asked) {
        return item.balance().isPositive() ? borne(target, amount) : given(target, amount, asked);
    }

    private List<Transfer> borne(SuspenseTarget target, Money amount) {
        return switch (target) {
            case FIRM -> List.of(new Transfer(Account.FirmAccount.OTHER_LOSS, Account.FirmAccount.SUSPENSE, amount));
            case INVOICE -> List.of(new Transfer(invoice().account(), Account.FirmAccount.SUSPENSE, amount));
            case CREDIT -> drawn(amount);
        };
    }

    private List<Transfer> drawn(Money amount) {
        List<Transfer> transfers = new ArrayList<>();
        Money left = amount;
        for (CreditBalance credit : made) {
            Money part = Amounts.least(left, credit.remaining());
            if (part.isPositive()) {
                transfers.add(new Transfer(credit.grant().account(), Account.FirmAccount.SUSPENSE, part));
                left = left.minus(part);
            }
        }
        return transfers;
    }

    private List<Transfer> given(SuspenseTarget target, Money amount, CreditGrant.Created asked) {
        if (target == SuspenseTarget.FIRM) {
            return List.of(new Transfer(Account.FirmAccount.SUSPENSE, Account.FirmAccount.OTHER_LOSS, amount));
        }
        List<Transfer> transfers = new ArrayList<>();
        Money left = amount;
        if (target == SuspenseTarget.INVOICE) {
            Allocation allocation = Allocation.of(invoice(), amount, Account.FirmAccount.SUSPENSE);
            transfers.addAll(allocation.transfers());
            left = left.minus(allocation.taken());
        }
        if (left.isPositive()) {
            PaymentTarget of = new PaymentTarget(
                    item.known().of().firm(), item.known().of().client(), account);
            CreditGrant grant =
                    of.grant(new GrantId(writing.books().decisionMaker().ids().next()), left, asked);
            writing.credits().add(grant);
            transfers.add(new Transfer(Account.FirmAccount.SUSPENSE, grant.account(), left));
        }
        return transfers;
    }

    private InvoiceAccount invoice() {
        return Objects.requireNonNull(account, "the rules let nothing go to an invoice that is not there");
    }
}
