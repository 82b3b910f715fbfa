package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerCommand.Refunded;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.api.ledger.model.LedgerModel.Payment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;

/** What the books ought to say of money that a processor moves: attempts, refunds, and what is planned. Amounts in minor units. */
public final class LedgerModelCards {

    /** How long the simulated processor takes over a bank debit. */
    private static final Duration DEBIT = Duration.ofDays(4);

    /** An attempt: how it stands, what came in by it, by which payment, and when the simulated processor was asked first. */
    public record Try(UUID invoice, int number, long amount, String state, long came, UUID payment, Instant asked) {

        boolean isLive() {
            return state.equals("initiated") || state.equals("processing");
        }

        Try in(String then) {
            return new Try(invoice, number, amount, then, came, payment, asked);
        }
    }

    /** A refund by a processor; {@code out}: its money left the books. */
    public record Back(UUID payment, long amount, String state, boolean elsewhere, boolean out) {}

    public final Map<String, Try> tries = new LinkedHashMap<>();
    public final Map<UUID, String> ofPayment = new LinkedHashMap<>();
    public final Map<String, Back> refunds = new LinkedHashMap<>();
    public final Map<UUID, String> planned = new HashMap<>();
    /** What the processor said last of an attempt or a refund, and what of its money is there or out by that. */
    private final Map<String, String> said = new HashMap<>();

    private final Map<String, Long> told = new HashMap<>();
    private final LedgerModel model;

    public LedgerModelCards(LedgerModel model) {
        this.model = model;
    }

    public LedgerModelCards copy(LedgerModel of) {
        LedgerModelCards copy = new LedgerModelCards(of);
        copy.tries.putAll(tries);
        copy.ofPayment.putAll(ofPayment);
        copy.refunds.putAll(refunds);
        copy.planned.putAll(planned);
        copy.said.putAll(said);
        copy.told.putAll(told);
        return copy;
    }

    public static String key(UUID invoice, int number) {
        return invoice + "#" + number;
    }

    public List<Try> of(UUID invoice) {
        return tries.values().stream()
                .filter(one -> one.invoice().equals(invoice))
                .toList();
    }

    public void issued(LedgerModelBill bill) {
        if (!model.paysByDebit(bill.client())) {
            planned.put(bill.id, "attempt");
        }
    }

    public boolean attempt(UUID invoice, LocalDate today) {
        LedgerModelBill bill = model.bills.get(invoice);
        if (bill == null
                || bill.isVoid
                || bill.owed() <= 0
                || model.disputes.isOpen(invoice)
                || model.disputes.isSuspended(invoice)
                || of(invoice).stream().anyMatch(Try::isLive)) {
            return false;
        }
        model.payWithCredit(Set.of(invoice), today);
        if (bill.owed() > 0) {
            begin(bill);
        } else {
            planned.put(invoice, "nothing");
        }
        return true;
    }

    private void begin(LedgerModelBill bill) {
        int number = of(bill.id).size() + 1;
        tries.put(key(bill.id, number), new Try(bill.id, number, bill.owed(), "initiated", 0, null, null));
        planned.put(bill.id, "resolve");
    }

    public boolean collect(LocalDate today) {
        model.payWithCredit(
                planned.keySet().stream()
                        .filter(invoice -> planned.get(invoice).equals("attempt"))
                        .toList(),
                today);
        for (UUID invoice : List.copyOf(planned.keySet())) {
            LedgerModelBill bill = model.bills.get(invoice);
            if (!planned.get(invoice).equals("attempt")) {
                continue;
            }
            if (bill.owed() <= 0) {
                planned.put(invoice, "nothing");
            } else if (bill.isVoid
                    || model.disputes.isOpen(invoice)
                    || model.disputes.isSuspended(invoice)
                    || model.disputes.isLost(invoice)
                    || of(invoice).stream().anyMatch(Try::isLive)) {
                planned.put(invoice, "refused");
            } else {
                begin(bill);
            }
        }
        return true;
    }

    /** Cards pay at once, debits after some days, as the simulated processor does. */
    public boolean charge(UUID invoice, int number, Result.Done ids, Instant now) {
        Try one = tries.get(key(invoice, number));
        if (one == null) {
            return false;
        }
        Instant asked = one.asked() == null ? now : one.asked();
        boolean over = !model.paysByDebit(model.bills.get(invoice).client()) || !now.isBefore(asked.plus(DEBIT));
        tries.put(
                key(invoice, number),
                new Try(invoice, number, one.amount(), one.state(), one.came(), one.payment(), asked));
        said(
                key(invoice, number),
                new Word("simulated", over ? "succeeded" : "processing", one.amount()),
                new By(ids, now));
        return true;
    }

    /** The ids of what was made, and when. */
    public record By(Result.Done ids, Instant now) {}

    /** What is said of an attempt, by which name of the payment. */
    public record Word(String reference, String state, long amount) {}

    public boolean said(String key, Word word, By by) {
        String state = word.state();
        long amount = word.amount();
        Try one = tries.get(key);
        long before = told.getOrDefault(key, 0L);
        long after = state.equals("succeeded") ? amount : state.equals("failed") ? 0 : before;
        if (one == null || (state.equals(one.state()) && before == after)) {
            return false;
        }
        boolean may = one.isLive()
                || (one.state().equals("succeeded") && state.equals("failed"))
                || (one.state().equals("failed") && state.equals("succeeded"));
        String repeated = word.reference() + state + after;
        if (!may && repeated.equals(said.get(key))) {
            return false;
        }
        said.put(key, repeated);
        told.put(key, after);
        if (!may) {
            if (one.payment() != null) {
                model.suspendBeside(one.payment(), "cash", before - after);
            }
            return true;
        }
        if (one.state().equals("succeeded")) {
            model.suspendBeside(one.payment(), "cash", before - one.came());
        }
        LedgerModelBill bill = model.bills.get(one.invoice());
        tries.put(key, one.in(state));
        if (state.equals("succeeded")) {
            came(bill, key, amount, by);
        } else if (state.equals("failed") && one.state().equals("succeeded")) {
            takenBack(bill, one.payment(), by);
        }
        boolean otherLives = of(bill.id).stream()
                .anyMatch(other ->
                        other.isLive() && !key(other.invoice(), other.number()).equals(key));
        if (!otherLives) {
            planned.put(bill.id, state.equals("processing") ? "resolve" : "nothing");
        }
        return true;
    }

    private void came(LedgerModelBill bill, String key, long amount, By by) {
        UUID entry = by.ids().entry();
        Try one = tries.get(key);
        tries.put(key, new Try(one.invoice(), one.number(), one.amount(), "succeeded", amount, entry, one.asked()));
        ofPayment.put(entry, key);
        model.payments.put(entry, new Payment(bill.client(), bill.id, bill.currency(), amount));
        model.move("cash", "", bill.currency(), amount);
        model.receive(bill, amount, by);
        boolean second = of(bill.id).stream()
                .anyMatch(other -> other.state().equals("succeeded")
                        && !key(other.invoice(), other.number()).equals(key));
        long excess = model.inCredit(entry);
        if (second && excess > 0) {
            model.takeOut(entry, excess);
            model.refunded.merge(entry, excess, Long::sum);
            model.move("", "refund", bill.currency(), excess);
            refunds.put("" + by.ids().others().get("refund"), new Back(entry, excess, "requested", false, true));
        }
    }

    /** A bank takes back all of it; then its invoice must not owe once more what was charged back of it. */
    private void takenBack(LedgerModelBill bill, UUID payment, By by) {
        long all = model.payments.get(payment).amount();
        model.takeOut(payment, all);
        model.refunded.merge(payment, all, Long::sum);
        model.move("", "cash", bill.currency(), all);
        model.disputes.post(payment, by);
    }

    public boolean isTakenBack(UUID payment) {
        return tries.get(ofPayment.get(payment)).state().equals("failed");
    }

    public boolean giveBack(UUID payment, Money amount, Result.Done ids) {
        if (!ofPayment.containsKey(payment)) {
            return false;
        }
        long before = model.refunded.getOrDefault(payment, 0L);
        if (!model.refundPayment(payment, amount)) {
            return false;
        }
        long back = model.refunded.get(payment) - before;
        refunds.put("" + ids.others().get("refund"), new Back(payment, back, "requested", false, true));
        return true;
    }

    public boolean saidOfRefund(LedgerCommand.SaidOfRefund said, By by) {
        Refunded of = said.of();
        if (!ofPayment.containsKey(of.payment())) {
            return false;
        }
        String key = of.id() == null ? of.reference() : of.id().toString();
        boolean takes = !said.state().equals("failed");
        Back known = refunds.get(key);
        if (known == null && of.id() != null) {
            return false;
        }
        UUID paid = tries.get(ofPayment.get(of.payment())).payment();
        Back back = known == null ? new Back(paid, of.amount().getAmountMinorLong(), "requested", true, false) : known;
        boolean out = told.containsKey(key) ? told.get(key) > 0 : back.out();
        if (back.state().equals(said.state()) && out == takes) {
            return false;
        }
        Payment payment = model.payments.get(back.payment());
        long left = payment.amount() - model.refunded.getOrDefault(back.payment(), 0L);
        boolean over = back.state().equals("succeeded") || back.state().equals("failed");
        boolean may = over
                ? back.state().equals("succeeded") && said.state().equals("failed")
                : !back.state().equals(said.state());
        if (!may && said.state().equals(this.said.get(key))) {
            return false;
        }
        this.said.put(key, said.state());
        told.put(key, takes ? back.amount() : 0);
        if (!may) {
            refunds.put(key, back);
            model.suspendBeside(back.payment(), "refund", takes == out ? 0 : takes ? back.amount() : -back.amount());
            model.disputes.post(back.payment(), by);
            return true;
        }
        if (out != back.out()) {
            model.suspendBeside(back.payment(), "refund", out ? -back.amount() : back.amount());
        }
        LedgerModelBill bill = model.bills.get(payment.invoice());
        if (takes && !back.out()) {
            long within = Math.min(back.amount(), Math.max(0, left));
            model.takeOut(back.payment(), within);
            model.refunded.merge(back.payment(), back.amount(), Long::sum);
            model.move("", "refund", bill.currency(), within);
            model.suspend(back.payment(), "refund", back.amount() - within);
        } else if (!takes && back.out()) {
            model.refunded.merge(back.payment(), -back.amount(), Long::sum);
            long found = Math.min(back.amount(), Math.max(0, model.suspense.getOrDefault(back.payment(), 0L)));
            model.suspend(back.payment(), "refund", -found);
            model.move("refund", "", bill.currency(), back.amount() - found);
            long borne = Math.min(back.amount() - found, model.borne.getOrDefault(back.payment(), 0L));
            model.borne.merge(back.payment(), -borne, Long::sum);
            model.move("", "chargeback_loss", bill.currency(), borne);
            model.receive(bill, back.amount() - found - borne, by);
            if (model.grants.containsKey(by.ids().grant())) {
                model.moneyOf.put(by.ids().grant(), back.payment());
            }
        }
        model.disputes.post(back.payment(), by);
        refunds.put(key, new Back(back.payment(), back.amount(), said.state(), back.elsewhere(), takes));
        return true;
    }

    public void tell(Map<String, String> books) {
        Map<String, String> all = new TreeMap<>();
        tries.forEach((key, one) -> all.put("attempt " + key, one.state() + " " + one.amount()));
        refunds.forEach(
                (key, back) -> all.put("refund " + key, back.state() + " " + back.amount() + " of " + back.payment()));
        planned.forEach((invoice, next) -> {
            if (!next.equals("nothing")) {
                all.put("planned " + invoice, next);
            }
        });
        books.putAll(all);
    }
}
