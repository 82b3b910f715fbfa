package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What takes a payment back as if it had never been recorded: its own transfers the other way round, and what followed from them.
 * Credit that it made pays for no invoice any more, so that those owe again. A credit note that turned its money into credit only
 * lowers what the invoice owes. What it had regained of a write-off is taken over by other money of the invoice that was too much, and
 * else written off again, as far as it is owed. Pure.
 */
final class ReversalTransfers {

    private final ReversiblePayment of;
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<InvoiceId, List<Transfer>> withdrawn = new LinkedHashMap<>();
    private final List<Transfer> takenOver = new ArrayList<>();
    private final Map<GrantId, Money> missing = new LinkedHashMap<>();

    /** What credit notes gave back and the invoice has no other money for. */
    private Money lacking;

    private ReversalTransfers(ReversiblePayment of) {
        this.of = of;
        this.lacking = Money.zero(of.payment().amount().getCurrencyUnit());
    }

    static ReversalTransfers of(ReversiblePayment money) {
        ReversalTransfers undo = new ReversalTransfers(money);
        money.made().forEach(credit -> undo.take(credit, credit.grant().amount(), Account.FirmAccount.CASH));
        if (money.account() != null) {
            undo.invoice(money.account());
        }
        return undo;
    }

    /** What moves between the accounts of the payment, its own invoice and the credit. */
    List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    /** What is withdrawn from each invoice that credit pays for, in the order in which credit was found. */
    Map<InvoiceId, List<Transfer>> withdrawn() {
        return withdrawn;
    }

    /** What other money of the invoice, which was too much, pays for it now in place of the payment. */
    List<Transfer> takenOver() {
        return List.copyOf(takenOver);
    }

    /** An account as it is afterwards. */
    InvoiceAccount after(InvoiceAccount account) {
        return left(account).after(takenOver);
    }

    /** What of it went out: credit that is neither there nor on an invoice, and what no other money of the invoice can have been. */
    Money gone() {
        Money credit = Amounts.sum(of.payment().amount().getCurrencyUnit(), missing.values());
        Money spare = of.spare().left(lacking.getCurrencyUnit());
        return credit.plus(lacking.minus(Amounts.least(lacking, spare)));
    }

    private void invoice(InvoiceAccount account) {
        Money taken = of.taken();
        if (taken.isPositive()) {
            transfers.add(new Transfer(account.account(), Account.FirmAccount.CASH, taken));
        }
        Money givenBack = of.givenBack();
        Money left = taken;
        for (CreditBalance credit : of.noted()) {
            Money part = Amounts.least(left, Amounts.least(of.turnedInto(credit.id()), of.there(credit)));
            if (part.isPositive()) {
                take(credit, part, account.account());
                left = left.minus(part);
            }
        }
        lacking = Amounts.least(givenBack, deficit(left(account)).minus(deficit(account)));
        Money owed = left(account).owed();
        Money regained = Amounts.least(of.regained(), owed.minus(Amounts.least(owed, lacking)));
        Money spare = of.spare().left(lacking.getCurrencyUnit());
        Money first = owed.minus(regained);
        Money brought = Amounts.least(regained, spare.minus(Amounts.least(spare, first)));
        Money again = Amounts.least(first, Amounts.least(spare, lacking));
        takenOver.addAll(of.spare().draws(account, again.plus(brought)));
        Money lostAgain = regained.minus(brought);
        if (lostAgain.isPositive()) {
            transfers.add(new Transfer(Account.FirmAccount.WRITE_OFF, account.account(), lostAgain));
        }
    }

    /** Takes so much out of credit: what is left of it first, then what the youngest invoices hold of it. */
    private void take(CreditBalance credit, Money amount, Account to) {
        Money left = amount.minus(Amounts.least(amount, credit.remaining()));
        for (Map.Entry<InvoiceId, Money> draw : youngestFirst(credit.id())) {
            Money part = Amounts.least(left, draw.getValue());
            if (part.isPositive()) {
                withdrawn
                        .computeIfAbsent(draw.getKey(), _ -> new ArrayList<>())
                        .add(new Transfer(
                                new Account.Receivable(draw.getKey()),
                                credit.grant().account(),
                                part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            missing.put(credit.id(), left);
        }
        transfers.add(new Transfer(credit.grant().account(), to, amount));
    }

    private List<Map.Entry<InvoiceId, Money>> youngestFirst(GrantId grant) {
        return of.drawn().getOrDefault(grant, Map.of()).entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<InvoiceId, Money> draw) ->
                                draw.getKey().toString())
                        .reversed())
                .toList();
    }

    /** What the invoice's payments, and the credit that they made, have of it less than nothing. */
    private Money deficit(InvoiceAccount account) {
        Money held = account.received().plus(of.paying(account));
        return held.isNegative() ? held.negated() : Money.zero(held.getCurrencyUnit());
    }

    /** An account as the reversal leaves it, before other money pays in place of the payment. */
    InvoiceAccount left(InvoiceAccount account) {
        List<Transfer> all = new ArrayList<>(transfers);
        withdrawn.values().forEach(all::addAll);
        return account.after(all);
    }
}
