package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerCommand.Order;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.api.ledger.model.LedgerCommand.Who;
import feewright.api.ledger.model.LedgerModelBill.Line;
import feewright.api.ledger.model.LedgerModelCards.By;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.time.TimeEntryId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the books of a firm ought to say, in plain maps and minor units, by the requirements and not by the engine. A command either
 * changes it or is refused.
 */
public final class LedgerModel {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final int DUE_IN_DAYS = 30;

    /** An hourly rate in minor units, from a day on. */
    public record Rate(LocalDate from, long perHour) {}

    /** A signed engagement: monthly from its start; a fee of null or no rates is not part of its terms. */
    public record Agreement(
            UUID id,
            UUID client,
            String currency,
            LocalDate start,
            Long fee,
            boolean inAdvance,
            List<Rate> rates,
            boolean automatic) {

        LocalDate month(int number) {
            return start.plusMonths(number);
        }

        /** The end of the month of the engagement that holds the day. */
        LocalDate endOfMonth(LocalDate day) {
            int number = 1;
            while (!month(number).isAfter(day)) {
                number++;
            }
            return month(number);
        }
    }

    public record Grant(
            UUID client,
            CreditSource source,
            String currency,
            long amount,
            LocalDate expiresOn,
            UUID engagement,
            Who askedBy,
            Instant askedAt,
            UUID origin) {

        boolean isPaidFor() {
            return List.of(CreditSource.OVERPAYMENT, CreditSource.DEPOSIT, CreditSource.REFUND_AS_CREDIT)
                    .contains(source);
        }

        boolean isExpired(LocalDate today) {
            return expiresOn != null && !today.isBefore(expiresOn);
        }
    }

    /** Of what came by hand: what its invoice took, and what of a write-off that brought back. */
    public record Payment(
            UUID client, UUID invoice, String currency, long amount, boolean byHand, long taken, long regained) {

        /** By a processor. */
        Payment(UUID client, UUID invoice, String currency, long amount) {
            this(client, invoice, currency, amount, false, 0, 0);
        }
    }

    public record Application(UUID invoice, Map<UUID, Long> draws) {}

    public record Work(UUID engagement, LocalDate day, int minutes) {}

    public final Map<UUID, Agreement> agreements;
    public final Map<UUID, LedgerModelBill> bills = new LinkedHashMap<>();
    public final Map<UUID, Grant> grants = new LinkedHashMap<>();
    public final Map<UUID, String> reviews = new HashMap<>();
    public final Map<UUID, Long> remaining = new HashMap<>();
    public final Map<UUID, Payment> payments = new LinkedHashMap<>();
    public final Map<UUID, Long> refunded = new HashMap<>();
    public final Set<UUID> reversed = new HashSet<>();
    public final Map<UUID, Long> borne = new HashMap<>();
    /** What of a payment is missing and in suspense, below zero where it is too much. */
    public final Map<UUID, Long> suspense = new HashMap<>();

    /** Of a payment, what came beside it and no rule let count, less what went so; not changed by what a person says of it. */
    public final Map<UUID, Long> beside = new HashMap<>();

    /** The payment whose money became a grant otherwise than when it came in. */
    public final Map<UUID, UUID> moneyOf = new HashMap<>();

    /** What of a write-off credit brought back in place of payments that were reversed. */
    public final Map<UUID, Long> tookOver = new HashMap<>();

    public final Map<UUID, Application> applications = new LinkedHashMap<>();
    public final Set<UUID> undone = new HashSet<>();
    public final Map<UUID, Work> work = new LinkedHashMap<>();
    public final Map<UUID, UUID> billedBy = new HashMap<>();
    public final Map<UUID, Map<LocalDate, UUID>> periods = new HashMap<>();
    public final Map<String, Long> accounts = new TreeMap<>();
    public final Map<UUID, String> notes = new LinkedHashMap<>();
    /** The invoice whose money a grant was made of. */
    public final Map<UUID, UUID> madeFor = new HashMap<>();

    LedgerModelCards cards = new LedgerModelCards(this);
    LedgerModelDisputes disputes = new LedgerModelDisputes(this);

    /** Makes what processors tell in one episode another than in the next. */
    public final long stories;

    public LedgerModel(Map<UUID, Agreement> agreements, long stories) {
        this.agreements = agreements;
        this.stories = stories;
        agreements.keySet().forEach(id -> periods.put(id, new HashMap<>()));
    }

    public LedgerModel copy() {
        LedgerModel copy = new LedgerModel(agreements, stories);
        bills.forEach((id, bill) -> copy.bills.put(id, bill.copy()));
        copy.grants.putAll(grants);
        copy.reviews.putAll(reviews);
        copy.remaining.putAll(remaining);
        copy.payments.putAll(payments);
        copy.refunded.putAll(refunded);
        copy.reversed.addAll(reversed);
        copy.borne.putAll(borne);
        copy.suspense.putAll(suspense);

        copy.beside.putAll(beside);
        copy.moneyOf.putAll(moneyOf);

        copy.tookOver.putAll(tookOver);
        copy.applications.putAll(applications);
        copy.undone.addAll(undone);
        copy.work.putAll(work);
        copy.billedBy.putAll(billedBy);
        periods.forEach((id, billed) -> copy.periods.put(id, new HashMap<>(billed)));
        copy.accounts.putAll(accounts);
        copy.notes.putAll(notes);
        copy.madeFor.putAll(madeFor);
        copy.cards = cards.copy(copy);
        copy.disputes = disputes.copy(copy);
        return copy;
    }

    public static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** Whether the command would be allowed now. Changes nothing. */
    public boolean allows(Order order, Instant now) {
        return copy().play(order, new Result.Done(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()), now);
    }

    /**
     * Does what the command says, to things of these ids; false if it is to be refused, and then nothing has changed. What the engine
     * did not make, and the model does, gets an id that is not in the books.
     */
    public boolean play(Order order, Result.Done done, Instant now) {
        Result.Done ids = new Result.Done(some(done.invoice()), some(done.entry()), some(done.grant()), done.others());
        LedgerCommand command = order.command();
        if (order.who() == Who.STAFF && !command.isNobodys()) {
            return false;
        }
        LocalDate today = day(now);
        return switch (command) {
            case LedgerCommand.Issue issue -> issue(issue, order.who(), ids, now);
            case LedgerCommand.Work(UUID engagement, LocalDate day, int minutes) -> {
                work.put(ids.entry(), new Work(engagement, day, minutes));
                yield true;
            }
            case LedgerCommand.Pay pay -> pay(pay, order.who(), ids, now);
            case LedgerCommand.Deposit deposit -> deposit(deposit, order.who(), ids, now);
            case LedgerCommand.Ask ask -> ask(ask, order.who(), ids, now);
            case LedgerCommand.Review(UUID grant, CreditStep step) -> review(grant, step, order.who(), today);
            case LedgerCommand.Apply(UUID invoice, Money amount) -> apply(invoice, amount, ids, today);
            case LedgerCommand.Unapply(UUID application) -> unapply(application);
            case LedgerCommand.Reverse(UUID grant) -> reverse(grant);
            case LedgerCommand.RefundPayment(UUID payment, Money amount) -> refundPayment(payment, amount);
            case LedgerCommand.ReversePayment(UUID payment) -> reversePayment(payment);
            case LedgerCommand.RefundCredit(UUID grant, Money amount) -> refundCredit(grant, amount);
            case LedgerCommand.WriteOff(UUID invoice, Money amount) -> writeOff(invoice, amount);
            case LedgerCommand.Credit credit -> credit(credit, order.who(), ids, now);
            case LedgerCommand.Void(UUID invoice) -> voids(invoice);
            case LedgerCommand.Expire() -> expire(today);
            case LedgerCommand.Arrive _ -> {
                payWithCredit(bills.keySet(), today);
                yield true;
            }
            case LedgerCommand.Attempt(UUID invoice) -> cards.attempt(invoice, today);
            case LedgerCommand.Collect() -> cards.collect(today);
            case LedgerCommand.Charge(UUID invoice, int number) -> cards.charge(invoice, number, ids, now);
            case LedgerCommand.Said said ->
                cards.said(
                        LedgerModelCards.key(said.invoice(), said.number()),
                        new LedgerModelCards.Word(
                                "told", said.state(), said.amount().getAmountMinorLong()),
                        new By(ids, now));
            case LedgerCommand.GiveBack(UUID payment, Money amount) -> cards.giveBack(payment, amount, ids);
            case LedgerCommand.SaidOfRefund said -> cards.saidOfRefund(said, new By(ids, now));
            case LedgerCommand.Dispute told -> disputes.told(told, new By(ids, now));
        };
    }

    private static UUID some(UUID id) {
        return id == null ? UUID.randomUUID() : id;
    }

    private boolean issue(LedgerCommand.Issue issue, Who who, Result.Done ids, Instant now) {
        Agreement agreement = agreements.get(issue.engagement());
        if (agreement == null || (issue.charge() != null && who != Who.MASTER_ADMIN)) {
            return false;
        }
        LocalDate today = day(now);
        LocalDate period = duePeriod(agreement, today);
        LocalDate billing = period == null ? today : agreement.inAdvance() ? period : period.plusMonths(1);
        List<Line> lines = new ArrayList<>();
        if (period != null) {
            lines.add(new Line(1, "package", agreement.fee(), Map.of()));
        }
        addHours(agreement, billing, lines);
        if (issue.charge() != null) {
            if (!issue.charge().getCurrencyUnit().getCode().equals(agreement.currency())) {
                return false;
            }
            String category = LedgerCommand.Issue.category(issue.charge()).code();
            lines.add(new Line(lines.size() + 1, category, issue.charge().getAmountMinorLong(), Map.of()));
        }
        long total = lines.stream().mapToLong(Line::amount).sum();
        if (lines.isEmpty() || total < 0) {
            return false;
        }
        LedgerModelBill bill =
                new LedgerModelBill(ids.invoice(), bills.size() + 1, agreement, List.copyOf(lines), today);
        bills.put(bill.id, bill);
        for (Line line : lines) {
            move("", "revenue_" + line.category(), bill.currency(), line.amount());
            line.shares().keySet().forEach(entry -> billedBy.put(entry, bill.id));
        }
        if (period != null) {
            periods.get(agreement.id()).put(period, bill.id);
        }
        cards.issued(bill);
        if (agreement.automatic()) {
            Map<UUID, Long> draws = draws(bill, bill.owed(), today);
            if (!draws.isEmpty()) {
                draw(bill, draws, ids.entry());
            }
        }
        return true;
    }

    private LocalDate duePeriod(Agreement agreement, LocalDate today) {
        if (agreement.fee() == null) {
            return null;
        }
        int number = 0;
        while (periods.get(agreement.id()).containsKey(agreement.month(number))) {
            number++;
        }
        LocalDate due = agreement.inAdvance() ? agreement.month(number) : agreement.month(number + 1);
        return due.isAfter(today) ? null : agreement.month(number);
    }

    /** A line for each rate; each entry in steps of six minutes; each line rounded once, half up. */
    private void addHours(Agreement agreement, LocalDate billing, List<Line> lines) {
        for (int at = 0; at < agreement.rates().size(); at++) {
            Rate rate = agreement.rates().get(at);
            LocalDate until = at + 1 < agreement.rates().size()
                    ? agreement.rates().get(at + 1).from()
                    : LocalDate.MAX;
            List<UUID> due = work.keySet().stream()
                    .filter(entry -> !billedBy.containsKey(entry))
                    .filter(entry -> work.get(entry).engagement().equals(agreement.id()))
                    .filter(entry ->
                            !agreement.endOfMonth(work.get(entry).day()).isAfter(billing))
                    .filter(entry -> !work.get(entry).day().isBefore(rate.from())
                            && work.get(entry).day().isBefore(until))
                    .sorted(Comparator.comparing((UUID entry) -> work.get(entry).day())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (!due.isEmpty()) {
                lines.add(hours(lines.size() + 1, due, rate));
            }
        }
    }

    private Line hours(int number, List<UUID> due, Rate rate) {
        Map<UUID, Long> shares = new LinkedHashMap<>();
        long minutes = 0;
        long before = 0;
        for (UUID entry : due) {
            minutes += (work.get(entry).minutes() + 5) / 6 * 6L;
            long upTo = BigDecimal.valueOf(rate.perHour() * minutes)
                    .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            shares.put(entry, upTo - before);
            before = upTo;
        }
        return new Line(number, "hourly", before, shares);
    }

    private boolean pay(LedgerCommand.Pay pay, Who who, Result.Done ids, Instant now) {
        LedgerModelBill bill = bills.get(pay.invoice());
        long amount = pay.amount().getAmountMinorLong();
        if (bill == null
                || bill.isVoid
                || amount <= 0
                || pay.on().isAfter(day(now))
                || pay.on().isBefore(bill.issued)
                || !isIn(pay.amount(), bill.currency())) {
            return false;
        }
        move("cash", "", bill.currency(), amount);
        long regained = Math.min(Math.max(0, amount - bill.owed()), bill.writtenOff);
        long taken = Math.min(amount, bill.owed()) + regained;
        payments.put(ids.entry(), new Payment(bill.client(), bill.id, bill.currency(), amount, true, taken, regained));
        receive(bill, amount, new By(ids, now));
        return true;
    }

    /** Money pays what is owed, then brings back what was written off; what is more becomes credit, of an entry of its own. */
    public void receive(LedgerModelBill bill, long amount, By by) {
        receive(bill, amount, by, by.ids().grant());
    }

    /** The same, as a grant of this id; whether there was more. */
    public boolean receive(LedgerModelBill bill, long amount, By by, UUID grant) {
        long owed = Math.min(amount, bill.owed());
        long regained = Math.min(amount - owed, bill.writtenOff);
        long over = amount - owed - regained;
        bill.cash += owed + regained;
        bill.writtenOff -= regained;
        move("", "write_off", bill.currency(), regained);
        if (over > 0) {
            boolean own = grant.equals(by.ids().grant());
            UUID origin = own ? by.ids().entry() : UUID.randomUUID();
            grants.put(
                    grant,
                    new Grant(
                            bill.client(),
                            CreditSource.OVERPAYMENT,
                            bill.currency(),
                            over,
                            null,
                            null,
                            Who.ADMIN,
                            by.now(),
                            origin));
            reviews.put(grant, "none");
            remaining.put(grant, over);
            madeFor.put(grant, bill.id);
        }
        return over > 0;
    }

    /** Bank debits take days, and nobody of them wants to pay by itself. */
    public boolean paysByDebit(UUID client) {
        return agreements.values().stream()
                        .map(Agreement::client)
                        .distinct()
                        .toList()
                        .indexOf(client)
                == 1;
    }

    public List<UUID> madeBy(UUID payment) {
        return grants.keySet().stream()
                .filter(grant -> payment.equals(grants.get(grant).origin()))
                .toList();
    }

    /** The same, and what its money became later, by id. */
    public List<UUID> ofMoneyOf(UUID payment) {
        return grants.keySet().stream()
                .filter(grant -> payment.equals(paymentOf(grant)))
                .sorted()
                .toList();
    }

    private UUID paymentOf(UUID grant) {
        UUID origin = grants.get(grant).origin();
        return moneyOf.getOrDefault(grant, payments.containsKey(origin) ? origin : null);
    }

    /** What of a payment the firm holds. */
    public long holds(UUID payment) {
        long paidOut = ofMoneyOf(payment).stream()
                .map(grant -> grants.get(grant).origin())
                .filter(origin -> !payment.equals(origin))
                .mapToLong(origin -> refunded.getOrDefault(origin, 0L))
                .sum();
        return Math.max(
                0,
                payments.get(payment).amount()
                        - refunded.getOrDefault(payment, 0L)
                        - paidOut
                        + beside.getOrDefault(payment, 0L));
    }

    public long inCredit(UUID payment) {
        return madeBy(payment).stream().mapToLong(remaining::get).sum();
    }

    /** Takes what is left of these, at most so much; how much that was. */
    public long takeCredit(List<UUID> of, long most) {
        long left = most;
        for (UUID grant : of) {
            long part = Math.min(left, remaining.get(grant));
            remaining.merge(grant, -part, Long::sum);
            left -= part;
        }
        return most - left;
    }

    /** Takes money of a payment out: of the credit that it made first, and the rest of its invoice; of a void one the firm bears it. */
    public void takeOut(UUID payment, long amount) {
        long ofCredit = takeCredit(madeBy(payment), amount);
        UUID invoice = payments.get(payment).invoice();
        if (invoice == null) {
            return;
        }
        LedgerModelBill bill = bills.get(invoice);
        long rest = amount - ofCredit;
        if (bill.isVoid) {
            borne.merge(payment, rest, Long::sum);
            move("chargeback_loss", "", bill.currency(), rest);
        } else {
            bill.cash -= rest;
        }
    }

    /** What can be paid out of the money of an invoice: while some is withheld, no more than the rest of it. */
    private long undisputed(UUID invoice, long most) {
        long withheld = invoice == null ? 0 : disputes.withheld(invoice);
        if (withheld == 0) {
            return most;
        }
        long credit = madeFor.keySet().stream()
                .filter(grant -> madeFor.get(grant).equals(invoice))
                .mapToLong(remaining::get)
                .sum();
        return Math.max(0, Math.min(most, bills.get(invoice).received() + credit - withheld));
    }

    private boolean deposit(LedgerCommand.Deposit deposit, Who who, Result.Done ids, Instant now) {
        long amount = deposit.amount().getAmountMinorLong();
        if (!isClient(deposit.client()) || amount <= 0 || deposit.on().isAfter(day(now))) {
            return false;
        }
        String currency = deposit.amount().getCurrencyUnit().getCode();
        move("cash", "", currency, amount);
        payments.put(ids.entry(), new Payment(deposit.client(), null, currency, amount, true, 0, 0));
        give(
                ids,
                new Grant(deposit.client(), CreditSource.DEPOSIT, currency, amount, null, null, who, now, ids.entry()));
        return true;
    }

    private boolean ask(LedgerCommand.Ask ask, Who who, Result.Done ids, Instant now) {
        String currency = ask.amount().getCurrencyUnit().getCode();
        Grant grant = new Grant(
                ask.client(),
                ask.source(),
                currency,
                ask.amount().getAmountMinorLong(),
                ask.expiresOn(),
                ask.engagement(),
                who,
                now,
                null);
        boolean known = isClient(ask.client())
                && (ask.engagement() == null
                        || agreements.get(ask.engagement()).client().equals(ask.client()));
        if (!known || grant.isPaidFor() || grant.isExpired(day(now))) {
            return false;
        }
        if (ask.source() == CreditSource.PROMOTIONAL) {
            give(ids, grant);
            move("allowance", "", currency, grant.amount());
        } else {
            grants.put(ids.grant(), grant);
            reviews.put(ids.grant(), "waiting");
            remaining.put(ids.grant(), 0L);
        }
        return true;
    }

    private boolean review(UUID id, CreditStep step, Who who, LocalDate today) {
        Grant grant = grants.get(id);
        if (grant == null
                || !Objects.equals(reviews.get(id), "waiting")
                || (step == CreditStep.APPROVE && (grant.askedBy() == who || grant.isExpired(today)))) {
            return false;
        }
        if (step == CreditStep.APPROVE) {
            reviews.put(id, "approved");
            remaining.put(id, grant.amount());
            move("allowance", "", grant.currency(), grant.amount());
        } else {
            reviews.put(id, "rejected");
        }
        return true;
    }

    private boolean apply(UUID invoice, Money amount, Result.Done ids, LocalDate today) {
        LedgerModelBill bill = bills.get(invoice);
        if (bill == null || (amount != null && !isIn(amount, bill.currency()))) {
            return false;
        }
        long wanted = amount == null ? bill.owed() : amount.getAmountMinorLong();
        if (bill.isVoid
                || wanted <= 0
                || wanted > bill.owed()
                || disputes.isOpen(invoice)
                || disputes.isSuspended(invoice)) {
            return false;
        }
        Map<UUID, Long> draws = draws(bill, wanted, today);
        long drawn = draws.values().stream().mapToLong(Long::longValue).sum();
        if (drawn == 0 || (amount != null && drawn < wanted)) {
            return false;
        }
        draw(bill, draws, ids.entry());
        return true;
    }

    /** First what expires first, then what nobody paid for, then the oldest. */
    private Map<UUID, Long> draws(LedgerModelBill bill, long most, LocalDate today) {
        return draws(bill, most, today, Set.of());
    }

    private Map<UUID, Long> draws(LedgerModelBill bill, long most, LocalDate today, Set<UUID> but) {
        Map<UUID, Long> draws = new LinkedHashMap<>();
        List<UUID> usable = grants.keySet().stream()
                .filter(id -> isUsable(id, bill, today) && !but.contains(id))
                .sorted(Comparator.comparing(
                                (UUID id) -> grants.get(id).expiresOn(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(id -> grants.get(id).isPaidFor())
                        .thenComparing(id -> grants.get(id).askedAt())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long left = most;
        for (UUID id : usable) {
            long part = Math.min(left, remaining.get(id));
            if (part > 0) {
                draws.put(id, part);
                left -= part;
            }
        }
        return draws;
    }

    private boolean isUsable(UUID id, LedgerModelBill bill, LocalDate today) {
        Grant grant = grants.get(id);
        return grant.client().equals(bill.client())
                && grant.currency().equals(bill.currency())
                && !grant.isExpired(today)
                && (grant.engagement() == null || grant.engagement().equals(bill.agreement.id()));
    }

    private void draw(LedgerModelBill bill, Map<UUID, Long> draws, UUID entry) {
        draws.forEach((grant, part) -> {
            remaining.merge(grant, -part, Long::sum);
            bill.credit.merge(grant, part, Long::sum);
        });
        applications.put(entry, new Application(bill.id, draws));
    }

    /** Of these invoices, what is due first takes its client's credit at first, where the terms say so. */
    public void payWithCredit(Collection<UUID> invoices, LocalDate today) {
        bills.values().stream()
                .filter(bill -> invoices.contains(bill.id))
                .filter(bill -> bill.agreement.automatic() && !bill.isVoid && bill.owed() > 0)
                .filter(bill -> !disputes.isOpen(bill.id) && !disputes.isSuspended(bill.id))
                .filter(bill -> cards.of(bill.id).stream().noneMatch(LedgerModelCards.Try::isLive))
                .sorted(Comparator.comparing((LedgerModelBill bill) -> bill.issued)
                        .thenComparing(bill -> bill.id.toString()))
                .toList()
                .forEach(bill -> {
                    Map<UUID, Long> draws = draws(bill, bill.owed(), today, bill.takenOff);
                    draws.forEach((grant, part) -> {
                        remaining.merge(grant, -part, Long::sum);
                        bill.credit.merge(grant, part, Long::sum);
                    });
                });
    }

    private boolean unapply(UUID id) {
        Application application = applications.get(id);
        if (application == null || undone.contains(id)) {
            return false;
        }
        LedgerModelBill bill = bills.get(application.invoice());
        Map<UUID, Long> back = new HashMap<>();
        application.draws().forEach((grant, part) -> {
            long there = Math.min(part, bill.credit.getOrDefault(grant, 0L));
            if (there > 0) {
                back.put(grant, there);
            }
        });
        back.forEach((grant, part) -> giveBack(bill, grant, part));
        bill.takenOff.addAll(back.keySet());
        return !back.isEmpty() && undone.add(id);
    }

    private void giveBack(LedgerModelBill bill, UUID grant, long part) {
        bill.credit.merge(grant, -part, Long::sum);
        remaining.merge(grant, part, Long::sum);
    }

    private boolean reverse(UUID id) {
        Grant grant = grants.get(id);
        if (grant == null || grant.isPaidFor() || remaining.get(id) == 0) {
            return false;
        }
        move("", "allowance", grant.currency(), remaining.put(id, 0L));
        return true;
    }

    public boolean refundPayment(UUID id, Money amount) {
        Payment payment = payments.get(id);
        if (payment == null || (amount != null && !isIn(amount, payment.currency()))) {
            return false;
        }
        LedgerModelBill bill = payment.invoice() == null ? null : bills.get(payment.invoice());
        long held = inCredit(id) + (bill == null ? 0 : bill.received());
        long free = payment.amount() - refunded.getOrDefault(id, 0L) - disputes.contested(id);
        long refundable = undisputed(payment.invoice(), free < 0 ? 0 : Math.min(held, free));
        long back = amount == null ? refundable : amount.getAmountMinorLong();
        if (back <= 0 || back > refundable) {
            return false;
        }
        takeOut(id, back);
        refunded.merge(id, back, Long::sum);
        move("", "refund", payment.currency(), back);
        return true;
    }

    /** As if it had never been recorded: credit that it made pays for nothing, and what notes made of it only lowers what is owed. */
    private boolean reversePayment(UUID id) {
        Payment payment = payments.get(id);
        if (payment == null || !payment.byHand() || reversed.contains(id) || refunded.getOrDefault(id, 0L) != 0) {
            return false;
        }
        LedgerModelBill bill = payment.invoice() == null ? null : bills.get(payment.invoice());
        if (bill != null && bill.isVoid && payment.taken() > 0) {
            return false;
        }
        LedgerModel without = copy();
        without.undo(id);
        List<UUID> spare = spare(payment, id);
        long left = spare.stream().mapToLong(remaining::get).sum();
        long lacking = bill == null ? 0 : Math.min(givenBack(bill), without.deficit(bill.id) - deficit(bill.id));
        if (lacking > left) {
            return false;
        }
        long regained = bill == null ? 0 : payment.regained() + tookOver(bill, id);
        undo(id);
        if (bill != null) {
            long again = Math.min(regained, bill.owed() - lacking);
            long brought = Math.min(again, Math.max(0, left - (bill.owed() - again)));
            takeOver(bill, spare, Math.min(lacking, bill.owed() - again) + brought);
            bill.writtenOff += again - brought;
            move("write_off", "", bill.currency(), again - brought);
        }
        reversed.add(id);
        refunded.put(id, payment.amount());
        return true;
    }

    private void undo(UUID id) {
        Payment payment = payments.get(id);
        madeBy(id).forEach(grant -> takeBack(grant, grants.get(grant).amount()));
        move("", "cash", payment.currency(), payment.amount());
        if (payment.invoice() != null) {
            LedgerModelBill bill = bills.get(payment.invoice());
            bill.cash -= payment.taken();
            long left = payment.taken();
            List<UUID> noted = bill.credit.keySet().stream()
                    .filter(grant -> bill.credit.get(grant) < 0)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (UUID grant : noted) {
                long part = Math.min(left, Math.min(-bill.credit.get(grant), remaining.get(grant) + paysWith(grant)));
                takeBack(grant, part);
                bill.credit.merge(grant, part, Long::sum);
                left -= part;
            }
        }
    }

    /** What other money of the invoice was too much and became credit, oldest first. */
    private List<UUID> spare(Payment payment, UUID id) {
        return madeFor.keySet().stream()
                .filter(grant -> madeFor.get(grant).equals(payment.invoice()))
                .filter(grant -> grants.get(grant).source() == CreditSource.OVERPAYMENT)
                .filter(grant -> !madeBy(id).contains(grant))
                .sorted()
                .toList();
    }

    /** What credit notes made of the money of an invoice, and went out. */
    private long givenBack(LedgerModelBill bill) {
        return bill.credit.keySet().stream()
                .mapToLong(grant -> -bill.credit.get(grant) - remaining.get(grant) - paysWith(grant))
                .filter(out -> out > 0)
                .sum();
    }

    /** What its money, and the credit that this made, have of an invoice below nothing. */
    private long deficit(UUID invoice) {
        LedgerModelBill bill = bills.get(invoice);
        long paying = bill.drawn().entrySet().stream()
                .filter(draw -> invoice.equals(madeFor.get(draw.getKey())))
                .filter(draw -> grants.get(draw.getKey()).source() == CreditSource.OVERPAYMENT)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Math.max(0, -bill.received() - paying);
    }

    private void takeOver(LedgerModelBill bill, List<UUID> spare, long amount) {
        long left = amount;
        for (UUID grant : spare) {
            long part = Math.min(left, remaining.get(grant));
            remaining.merge(grant, -part, Long::sum);
            bill.credit.merge(grant, part, Long::sum);
            tookOver.merge(grant, part, Long::sum);
            left -= part;
        }
    }

    /** What credit that a payment made pays in place of payments that were reversed. */
    private long tookOver(LedgerModelBill bill, UUID id) {
        long took = 0;
        long paying = 0;
        for (UUID grant : madeBy(id)) {
            took += tookOver.getOrDefault(grant, 0L);
            paying += Math.max(0, bill.credit.getOrDefault(grant, 0L));
        }
        return Math.min(took, paying);
    }

    private long paysWith(UUID grant) {
        return bills.values().stream()
                .mapToLong(bill -> Math.max(0, bill.credit.getOrDefault(grant, 0L)))
                .sum();
    }

    /** What is left first, then what the youngest invoices hold. */
    private void takeBack(UUID grant, long amount) {
        long left = amount - takeCredit(List.of(grant), amount);
        for (LedgerModelBill bill : bills.values().stream()
                .sorted(Comparator.comparing((LedgerModelBill one) -> one.id).reversed())
                .toList()) {
            long part = Math.min(left, Math.max(0, bill.credit.getOrDefault(grant, 0L)));
            if (part > 0) {
                bill.credit.merge(grant, -part, Long::sum);
                left -= part;
            }
        }
    }

    /** The same, by itself and not as a part of what counts. */
    public void suspendBeside(UUID payment, String against, long missing) {
        beside.merge(payment, -missing, Long::sum);
        suspend(payment, against, missing);
    }

    /** Money of a payment is missing, and no rule lets that count; below zero: there is more. */
    public void suspend(UUID payment, String against, long missing) {
        suspense.merge(payment, missing, Long::sum);
        move("suspense", against, payments.get(payment).currency(), missing);
    }

    private boolean refundCredit(UUID id, Money amount) {
        Grant grant = grants.get(id);
        if (grant == null || !grant.isPaidFor() || (amount != null && !isIn(amount, grant.currency()))) {
            return false;
        }
        long most = undisputed(madeFor.get(id), remaining.get(id));
        UUID payment = paymentOf(id);
        if (payment != null && madeFor.get(id) != null && disputes.withheld(madeFor.get(id)) > 0) {
            long free =
                    payments.get(payment).amount() - refunded.getOrDefault(payment, 0L) - disputes.contested(payment);
            most = Math.max(0, Math.min(most, free));
        }
        long back = amount == null ? most : amount.getAmountMinorLong();
        if (back <= 0 || back > most) {
            return false;
        }
        remaining.merge(id, -back, Long::sum);
        refunded.merge(grant.origin(), back, Long::sum);
        move("", "refund", grant.currency(), back);
        return true;
    }

    private boolean writeOff(UUID invoice, Money amount) {
        LedgerModelBill bill = bills.get(invoice);
        if (bill == null || (amount != null && !isIn(amount, bill.currency()))) {
            return false;
        }
        long lost = amount == null ? bill.owed() : amount.getAmountMinorLong();
        if (lost <= 0 || lost > bill.owed()) {
            return false;
        }
        bill.writtenOff += lost;
        move("write_off", "", bill.currency(), lost);
        return true;
    }

    private boolean credit(LedgerCommand.Credit note, Who who, Result.Done ids, Instant now) {
        LedgerModelBill bill = bills.get(note.invoice());
        if (bill == null || bill.isVoid || note.items().isEmpty()) {
            return false;
        }
        Map<Integer, Long> off = new TreeMap<>();
        Set<UUID> entries = new HashSet<>();
        Set<UUID> released = new HashSet<>();
        for (Item item : note.items()) {
            if (item.line() > bill.lines.size() || off.containsKey(item.line())) {
                return false;
            }
            Line line = bill.lines.get(item.line() - 1);
            long left = line.amount() - bill.creditedLines.getOrDefault(line.number(), 0L);
            long sum = 0;
            switch (item) {
                case Item.Amount(int _, Money amount) -> sum = amount == null ? left : amount.getAmountMinorLong();
                case Item.Time(int _, List<TimeEntryId> named, boolean release) -> {
                    for (TimeEntryId entry : named) {
                        Long share = line.shares().get(entry.value());
                        if (share == null || bill.creditedTime.contains(entry.value()) || !entries.add(entry.value())) {
                            return false;
                        }
                        sum += share;
                        if (release) {
                            released.add(entry.value());
                        }
                    }
                }
            }
            if (sum <= 0 || sum > left) {
                return false;
            }
            off.put(line.number(), sum);
        }
        long sum = off.values().stream().mapToLong(Long::longValue).sum();
        long money = Math.min(Math.max(0, sum - Math.max(0, bill.owed()) - bill.writtenOff), bill.received());
        boolean pays = note.excess() == Excess.REFUND && money > 0;
        if (sum > bill.total() - bill.credited || (pays && money > undisputed(bill.id, money))) {
            return false;
        }
        settle(bill, sum, note.excess(), ids, who, now);
        off.forEach((number, part) -> {
            bill.creditedLines.merge(number, part, Long::sum);
            move("revenue_" + bill.lines.get(number - 1).category(), "", bill.currency(), part);
        });
        bill.creditedTime.addAll(entries);
        released.forEach(billedBy::remove);
        notes.put(ids.entry(), "CN %d of %s %d %s".formatted(notes.size() + 1, bill.id, sum, off));
        return true;
    }

    /** What is credited lowers what is owed; then it undoes a write-off, then a payment, then draws of credit, the youngest first. */
    private void settle(LedgerModelBill bill, long sum, Excess excess, Result.Done ids, Who who, Instant now) {
        long left = Math.max(0, sum - bill.owed());
        bill.credited += sum;
        long lost = Math.min(left, bill.writtenOff);
        bill.writtenOff -= lost;
        move("", "write_off", bill.currency(), lost);
        left -= lost;
        Map<UUID, Long> drawn = bill.drawn();
        long money = Math.min(left, bill.received());
        left -= money;
        if (money > 0) {
            bill.credit.put(ids.grant(), -money);
            madeFor.put(ids.grant(), bill.id);
            give(
                    ids,
                    new Grant(
                            bill.client(),
                            CreditSource.REFUND_AS_CREDIT,
                            bill.currency(),
                            money,
                            null,
                            null,
                            who,
                            now,
                            ids.entry()));
            if (excess == Excess.REFUND) {
                remaining.put(ids.grant(), 0L);
                move("", "refund", bill.currency(), money);
            }
        }
        for (UUID grant :
                drawn.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            long part = Math.min(left, drawn.get(grant));
            giveBack(bill, grant, part);
            left -= part;
        }
    }

    private boolean voids(UUID invoice) {
        LedgerModelBill bill = bills.get(invoice);
        if (bill == null
                || bill.isVoid
                || bill.received() != 0
                || bill.credited > 0
                || disputes.isOpen(invoice)
                || disputes.isSuspended(invoice)) {
            return false;
        }
        bill.drawn().forEach((grant, part) -> giveBack(bill, grant, part));
        move("", "write_off", bill.currency(), bill.writtenOff);
        bill.writtenOff = 0;
        bill.lines.forEach(line -> move("revenue_" + line.category(), "", bill.currency(), line.amount()));
        bill.credited = bill.total();
        bill.isVoid = true;
        billedBy.values().removeIf(bill.id::equals);
        periods.get(bill.agreement.id()).values().removeIf(bill.id::equals);
        return true;
    }

    private boolean expire(LocalDate today) {
        grants.forEach((id, grant) -> {
            if (grant.isExpired(today)) {
                move("", grant.isPaidFor() ? "breakage" : "allowance", grant.currency(), remaining.put(id, 0L));
            }
        });
        return true;
    }

    private void give(Result.Done ids, Grant grant) {
        grants.put(ids.grant(), grant);
        reviews.put(ids.grant(), "none");
        remaining.put(ids.grant(), grant.amount());
    }

    /** Only the accounts that a firm has one of; what is owed and what is left are kept with invoices and grants. */
    public void move(String debit, String credit, String currency, long amount) {
        if (!debit.isEmpty()) {
            accounts.merge(debit + " " + currency, amount, Long::sum);
        }
        if (!credit.isEmpty()) {
            accounts.merge(credit + " " + currency, -amount, Long::sum);
        }
    }

    private boolean isClient(UUID client) {
        return agreements.values().stream().anyMatch(one -> one.client().equals(client));
    }

    private static boolean isIn(Money amount, String currency) {
        return amount.getCurrencyUnit().equals(CurrencyUnit.of(currency));
    }

    /** What the books have to say, by what it is about. */
    public Map<String, String> books(LocalDate today) {
        Map<String, String> books = new TreeMap<>();
        accounts.forEach((account, sum) -> {
            if (sum != 0) {
                books.put("account " + account, "" + sum);
            }
        });
        bills.values().forEach(bill -> bill.tell(books, today));
        cards.tell(books);
        disputes.tell(books);
        grants.forEach((id, grant) -> books.put(
                "credit " + id,
                "%s of %s, %s %d, left %d, review %s"
                        .formatted(
                                grant.source(),
                                grant.client(),
                                grant.currency(),
                                grant.amount(),
                                remaining.get(id),
                                reviews.get(id))));
        work.keySet()
                .forEach(entry -> books.put(
                        "time " + entry,
                        billedBy.containsKey(entry) ? "billed by " + billedBy.get(entry) : "approved"));
        periods.forEach((engagement, billed) ->
                billed.forEach((start, bill) -> books.put("period " + engagement + " " + start, "" + bill)));
        notes.forEach((entry, note) -> books.put("note " + entry, note));
        return books;
    }
}
