package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerModel.Payment;
import feewright.api.ledger.model.LedgerModelCards.By;
import feewright.api.ledger.model.LedgerModelFold.Course;
import feewright.api.ledger.model.LedgerModelFold.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the books ought to say of disputes, and of the money that they withhold, take and bring back. Amounts in minor units. */
public final class LedgerModelDisputes {

    /** What the ledger has of a dispute in one currency; of the loss, what the client bears and what the firm. */
    private record Booked(long withdrawn, long fees, long client, long loss) {

        static final Booked NOTHING = new Booked(0, 0, 0, 0);
    }

    private final Map<UUID, List<Event>> events = new LinkedHashMap<>();
    private final Map<String, UUID> payments = new LinkedHashMap<>();
    private final Map<String, Course> amendments = new LinkedHashMap<>();
    private final Map<String, Map<String, Booked>> booked = new HashMap<>();

    /** By dispute and currency what is missing by events that do not count: as told last, and as it is in suspense. */
    private final Map<String, Map<String, Long>> uncounted = new HashMap<>();

    private final Map<String, Map<String, Long>> taken = new HashMap<>();
    private final Map<String, Map<String, Long>> suspended = new HashMap<>();

    private Set<String> applied = new TreeSet<>();
    private final LedgerModel model;

    public LedgerModelDisputes(LedgerModel model) {
        this.model = model;
    }

    public LedgerModelDisputes copy(LedgerModel of) {
        LedgerModelDisputes copy = new LedgerModelDisputes(of);
        events.forEach((payment, told) -> copy.events.put(payment, new ArrayList<>(told)));
        copy.payments.putAll(payments);
        copy.amendments.putAll(amendments);
        booked.forEach((dispute, sums) -> copy.booked.put(dispute, new HashMap<>(sums)));
        taken.forEach((dispute, sums) -> copy.taken.put(dispute, new HashMap<>(sums)));
        uncounted.forEach((dispute, sums) -> copy.uncounted.put(dispute, new HashMap<>(sums)));
        suspended.forEach((dispute, sums) -> copy.suspended.put(dispute, new HashMap<>(sums)));
        copy.applied = new TreeSet<>(applied);
        return copy;
    }

    private List<String> of(UUID payment) {
        return payments.keySet().stream()
                .filter(dispute -> payments.get(dispute).equals(payment))
                .toList();
    }

    private Collection<Course> over(UUID invoice) {
        return payments.keySet().stream()
                .filter(dispute ->
                        invoice.equals(model.payments.get(payments.get(dispute)).invoice()))
                .map(amendments::get)
                .toList();
    }

    public boolean isOpen(UUID invoice) {
        return over(invoice).stream().anyMatch(Course::isOpen);
    }

    public boolean isLost(UUID invoice) {
        return over(invoice).stream().anyMatch(Course::isLost);
    }

    /** What of a payment cannot be given back. */
    public long contested(UUID payment) {
        return claimed(payment) + missing(payment);
    }

    private long claimed(UUID payment) {
        Payment of = model.payments.get(payment);
        return of(payment).stream()
                .mapToLong(one -> amendments.get(one).contested(of.currency(), of.amount()))
                .sum();
    }

    /** What of a payment is missing and in suspense; all of it where that is in another currency. */
    private long missing(UUID payment) {
        Payment of = model.payments.get(payment);
        return Math.max(0, model.suspense.getOrDefault(payment, 0L))
                + of(payment).stream()
                        .flatMap(one -> suspended.getOrDefault(one, Map.of()).entrySet().stream())
                        .filter(one -> one.getValue() > 0)
                        .mapToLong(one -> one.getKey().equals(of.currency()) ? one.getValue() : of.amount())
                        .sum();
    }

    /** How many items of suspense wait for a person. */
    public long inSuspense() {
        return model.suspense.values().stream().filter(sum -> sum != 0).count()
                + suspended.values().stream()
                        .flatMap(sums -> sums.values().stream())
                        .filter(sum -> sum != 0)
                        .count();
    }

    /** Whether money of an invoice is in suspense. */
    public boolean isSuspended(UUID invoice) {
        return model.payments.entrySet().stream()
                .filter(one -> invoice.equals(one.getValue().invoice()))
                .map(Map.Entry::getKey)
                .anyMatch(payment -> model.suspense.getOrDefault(payment, 0L) != 0
                        || of(payment).stream()
                                .flatMap(one -> suspended.getOrDefault(one, Map.of()).values().stream())
                                .anyMatch(sum -> sum != 0));
    }

    /** What of the money of an invoice disputes claim or took, and did not charge back yet. */
    public long withheld(UUID invoice) {
        long missing = model.payments.entrySet().stream()
                .filter(one -> invoice.equals(one.getValue().invoice()))
                .mapToLong(one -> missing(one.getKey()))
                .sum();
        return missing
                + payments.values().stream()
                        .distinct()
                        .mapToLong(payment -> {
                            Payment of = model.payments.get(payment);
                            long left = of.amount() - model.refunded.getOrDefault(payment, 0L);
                            long gone = of(payment).stream()
                                    .mapToLong(one -> amendments.get(one).lost(of.currency()))
                                    .sum();
                            return invoice.equals(of.invoice())
                                    ? Math.max(0, Math.min(claimed(payment), left) - gone)
                                    : 0;
                        })
                        .sum();
    }

    public boolean told(LedgerCommand.Dispute told, By by) {
        UUID payment = payments.get(told.dispute());
        if (payment == null) {
            String key = model.cards.ofPayment.get(told.payment());
            if (key == null) {
                return false;
            }
            payment = model.cards.tries.get(key).payment();
        }
        List<Event> known = events.computeIfAbsent(payment, _ -> new ArrayList<>());
        if (known.stream()
                .anyMatch(one ->
                        one.dispute().equals(told.dispute()) && one.name().equals(told.event()))) {
            return false;
        }
        payments.putIfAbsent(told.dispute(), payment);
        known.add(new Event(told.dispute(), told.event(), told.kind(), told.told()));
        Payment of = model.payments.get(payment);
        LedgerModelFold fold = new LedgerModelFold(known);
        of(payment).forEach(one -> uncounted.put(one, fold.uncounted.getOrDefault(one, Map.of())));
        of(payment).forEach(one -> taken.put(one, fold.taken.getOrDefault(one, Map.of())));
        List<String> ended = new ArrayList<>();
        for (String dispute : of(payment)) {
            Course was = amendments.getOrDefault(dispute, Course.UNTOLD);
            Course now = fold.amendments.getOrDefault(dispute, Course.UNTOLD);
            amendments.put(dispute, now);
            if (was.isOpen() && !now.isOpen() && !now.isLost()) {
                ended.add(dispute);
            }
        }
        List<Event> all = known;
        applied.removeIf(one -> all.stream().anyMatch(event -> one.startsWith(event.dispute() + "/")));
        applied.addAll(fold.applied);
        post(payment, by);
        LedgerModelBill bill = model.bills.get(of.invoice());
        if (!ended.isEmpty()
                && "refused".equals(model.cards.planned.get(bill.id))
                && bill.owed() > 0
                && !isOpen(bill.id)
                && !isSuspended(bill.id)) {
            model.cards.planned.put(bill.id, "attempt");
        }
        return true;
    }

    /** Moves money from where it is because of the disputes of a payment to where it ought to be. */
    public void post(UUID payment, By by) {
        Payment of = model.payments.get(payment);
        LedgerModelBill bill = model.bills.get(of.invoice());
        Map<String, long[]> shares = shares(payment, bill);
        for (String dispute : of(payment)) {
            for (String currency : currencies(dispute)) {
                Booked is = booked(dispute, currency);
                long[] should = share(dispute, currency, shares);
                long loss = Math.max(0, is.loss() - should[1]);
                long client = Math.max(0, is.client() - should[0]);
                model.move("disputed", "chargeback_loss", currency, loss);
                if (client > 0) {
                    model.move("disputed", "", currency, client);
                    comeBack(bill, dispute, client, by);
                }
            }
        }
        for (String dispute : of(payment)) {
            Course course = amendments.get(dispute);
            for (String currency : currencies(dispute)) {
                Booked is = booked(dispute, currency);
                boolean own = course.currency().equals(currency);
                long[] should = share(dispute, currency, shares);
                Booked then = new Booked(own ? course.withdrawn() : 0, own ? course.fees() : 0, should[0], should[1]);
                model.move("disputed", "cash", currency, then.withdrawn() - is.withdrawn());
                model.move("dispute_fee", "cash", currency, then.fees() - is.fees());
                model.move("chargeback_loss", "disputed", currency, Math.max(0, then.loss() - is.loss()));
                chargeBack(payment, dispute, Math.max(0, then.client() - is.client()));
                booked.computeIfAbsent(dispute, _ -> new HashMap<>()).put(currency, then);
            }
            suspend(dispute);
        }
    }

    private void suspend(String dispute) {
        Map<String, Long> then = uncounted.getOrDefault(dispute, Map.of());
        Map<String, Long> was = suspended.getOrDefault(dispute, Map.of());
        Set<String> all = new TreeSet<>(then.keySet());
        all.addAll(was.keySet());
        all.forEach(one -> model.move("suspense", "cash", one, then.getOrDefault(one, 0L) - was.getOrDefault(one, 0L)));
        suspended.put(dispute, new HashMap<>(then));
    }

    private void comeBack(LedgerModelBill bill, String dispute, long client, By by) {
        UUID grant = by.ids().others().getOrDefault("grant of " + dispute, UUID.randomUUID());
        UUID payment = payments.get(dispute);
        if (model.receive(bill, client, by, grant)) {
            model.moneyOf.put(grant, payment);
        }
    }

    /**
     * What is in suspense and what is left of credit that the money made goes first, then what its invoice holds, then what credit notes
     * made of that; the invoice owes the rest. What it owes a rule of the firm may give up.
     */
    private void chargeBack(UUID payment, String dispute, long client) {
        Payment of = model.payments.get(payment);
        LedgerModelBill bill = model.bills.get(of.invoice());
        model.move("", "disputed", of.currency(), client);
        long suspended = Math.min(client, Math.max(0, -model.suspense.getOrDefault(payment, 0L)));
        model.suspend(payment, "", suspended);
        List<UUID> own = model.ofMoneyOf(payment);
        long left = client - suspended;
        left -= model.takeCredit(own, left);
        if (bill.isVoid) {
            model.move("chargeback_loss", "", of.currency(), left);
            return;
        }
        long owed = Math.min(left, Math.max(0, bill.received()));
        left -= owed;
        for (UUID grant : bill.credit.keySet().stream()
                .filter(one -> bill.credit.get(one) < 0 && !own.contains(one))
                .sorted(Comparator.reverseOrder())
                .toList()) {
            left -= model.takeCredit(List.of(grant), Math.min(left, -bill.credit.get(grant)));
        }
        owed += left;
        bill.cash -= owed;
        if (owed > 0 && LedgerFirm.givesUp(amendments.get(dispute).reason(), owed)) {
            bill.writtenOff += owed;
            model.move("write_off", "", of.currency(), owed);
        }
    }

    private Set<String> currencies(String dispute) {
        Set<String> currencies =
                new TreeSet<>(booked.getOrDefault(dispute, Map.of()).keySet());
        if (!amendments.get(dispute).currency().isEmpty()) {
            currencies.add(amendments.get(dispute).currency());
        }
        return currencies;
    }

    private Booked booked(String dispute, String currency) {
        return booked.getOrDefault(dispute, Map.of()).getOrDefault(currency, Booked.NOTHING);
    }

    private long[] share(String dispute, String currency, Map<String, long[]> shares) {
        String own = model.payments.get(payments.get(dispute)).currency();
        return currency.equals(own)
                ? shares.get(dispute)
                : new long[] {0, amendments.get(dispute).lost(currency)};
    }

    /** The client bears what the firm holds of the payment, and the firm the rest; a client that bears more already goes on to. */
    private Map<String, long[]> shares(UUID payment, LedgerModelBill bill) {
        Payment of = model.payments.get(payment);
        boolean anew = model.cards.isTakenBack(payment);
        long before = 0;
        long all = 0;
        long kept = 0;
        Map<String, long[]> shares = new LinkedHashMap<>();
        for (String dispute : of(payment)) {
            long bears = anew ? 0 : booked(dispute, of.currency()).client();
            long lost = amendments.get(dispute).lost(of.currency());
            before += bears;
            all += lost;
            kept += Math.min(bears, lost);
            shares.put(dispute, new long[] {Math.min(bears, lost), lost - Math.min(bears, lost)});
        }
        long held = model.holds(payment);
        if (bill.isVoid) {
            long standing = model.ofMoneyOf(payment).stream()
                            .mapToLong(model.remaining::get)
                            .sum()
                    + Math.max(0, -model.suspense.getOrDefault(payment, 0L));
            held = Math.min(held, before + standing);
        }
        long uncountedly = of(payment).stream()
                .mapToLong(one -> taken.getOrDefault(one, Map.of()).getOrDefault(of.currency(), 0L))
                .filter(sum -> sum > 0)
                .sum();
        long bearable = Math.max(0, held - uncountedly);
        long more = Math.min(all, Math.max(before, bearable)) - kept;
        for (long[] share : shares.values()) {
            long part = Math.min(Math.max(0, more), share[1]);
            share[0] += part;
            share[1] -= part;
            more -= part;
        }
        return shares;
    }

    public void tell(Map<String, String> books) {
        amendments.forEach((dispute, course) -> books.put(
                "dispute " + dispute,
                "%s, withdrawn %d, fees %d, lost %d of %s"
                        .formatted(
                                course.state() == null
                                        ? "untold"
                                        : course.state().code(),
                                course.withdrawn(),
                                course.fees(),
                                course.lost(course.currency()),
                                payments.get(dispute))));
        events.values()
                .forEach(told -> told.forEach(event -> {
                    String key = event.dispute() + "/" + event.name();
                    books.put("told " + key, applied.contains(key) ? "counts" : "counts for nothing");
                }));
        model.bills.values().forEach(bill -> {
            if (!over(bill.id).isEmpty()) {
                books.put("contested " + bill.id, contested(bill));
            }
        });
    }

    private String contested(LedgerModelBill bill) {
        long claimed = 0;
        long lost = 0;
        long loss = 0;
        for (String dispute : payments.keySet()) {
            Payment of = model.payments.get(payments.get(dispute));
            Course course = amendments.get(dispute);
            if (bill.id.equals(of.invoice())) {
                claimed += course.isOpen() && course.claimedCurrency().equals(bill.currency()) ? course.claimed() : 0;
                lost += course.lost(bill.currency());
                loss += booked(dispute, bill.currency()).loss();
            }
        }
        return "open %b, lost %b, claimed %d, charged back %d, loss %d, withheld %d"
                .formatted(isOpen(bill.id), isLost(bill.id), claimed, lost, loss, withheld(bill.id));
    }
}
