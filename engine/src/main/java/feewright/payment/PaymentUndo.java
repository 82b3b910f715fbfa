package feewright.payment;

import feewright.credit.CreditStanding;
import feewright.invoice.InvoiceId;
import feewright.money.Amounts;
import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.Transfer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What takes a payment back as if it had never been recorded: its own transfers the other way round, and what followed from them.
 * Credit that it made pays for no invoice any more, so that those owe again. A credit note that turned its money into credit only
 * lowers what the invoice owes. What it had regained of a write-off is written off again, as far as it is owed. Pure.
 */
final class PaymentUndo {

    private final UndoneMoney of;
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<InvoiceId, List<Transfer>> withdrawn = new LinkedHashMap<>();
    private final Map<GrantId, Money> missing = new LinkedHashMap<>();

    private PaymentUndo(UndoneMoney of) {
        this.of = of;
    }

    static PaymentUndo of(UndoneMoney money) {
        PaymentUndo undo = new PaymentUndo(money);
        money.made().forEach(credit -> undo.take(credit, credit.grant().amount(), Account.Own.CASH));
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

    /** What of the credit is neither there nor on an invoice: it went out. */
    Money gone() {
        return Amounts.sum(of.payment().amount().getCurrencyUnit(), missing.values());
    }

    private void invoice(InvoiceAccount account) {
        Money taken = of.taken();
        if (taken.isPositive()) {
            transfers.add(new Transfer(account.account(), Account.Own.CASH, taken));
        }
        Money left = taken;
        for (CreditStanding credit : of.noted()) {
            Money part = Amounts.least(left, Amounts.least(of.turnedInto(credit.id()), there(credit)));
            if (part.isPositive()) {
                take(credit, part, account.account());
                left = left.minus(part);
            }
        }
        Money lostAgain = Amounts.least(of.regained(), owedAgain(account));
        if (lostAgain.isPositive()) {
            transfers.add(new Transfer(Account.Own.WRITE_OFF, account.account(), lostAgain));
        }
    }

    /** Takes so much out of credit: what is left of it first, then what the youngest invoices hold of it. */
    private void take(CreditStanding credit, Money amount, Account to) {
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

    /** All that can be taken out of credit. */
    private Money there(CreditStanding credit) {
        return credit.remaining()
                .plus(Amounts.sum(
                        credit.remaining().getCurrencyUnit(),
                        of.drawn().getOrDefault(credit.id(), Map.of()).values()));
    }

    private Money owedAgain(InvoiceAccount account) {
        List<Transfer> all = new ArrayList<>(transfers);
        withdrawn.values().forEach(all::addAll);
        return account.after(all).owed();
    }
}
