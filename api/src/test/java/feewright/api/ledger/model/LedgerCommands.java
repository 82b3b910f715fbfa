package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerCommand.Order;
import feewright.api.ledger.model.LedgerCommand.Who;
import feewright.api.ledger.model.LedgerModel.Agreement;
import feewright.api.ledger.model.LedgerModelBill.Line;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Commands by chance: most of them possible, some too much, twice, or of something else. */
public final class LedgerCommands {

    private final Random random;
    private final LedgerModel model;
    private final LocalDate today;
    /** The client that all commands are about, and an invoice that most are; null for any. */
    private final UUID client;

    private final UUID favourite;

    private LedgerCommands(Random random, LedgerModel model, LocalDate today, UUID client) {
        this.random = random;
        this.model = model;
        this.today = today;
        this.client = client;
        this.favourite = client == null ? null : bill();
    }

    public static Order any(Random random, LedgerModel model, LocalDate today) {
        return new LedgerCommands(random, model, today, null).order();
    }

    /** Commands that are likely to meet: of one client, and many of them of one invoice. */
    public static List<Order> meeting(Random random, LedgerModel model, LocalDate today) {
        UUID client = one(random, model.agreements.values()).client();
        LedgerCommands commands = new LedgerCommands(random, model, today, client);
        List<Order> orders = new ArrayList<>();
        for (int count = 2 + random.nextInt(3); count > 0; count--) {
            Order order = commands.order();
            while (isOfManySteps(order.command())) {
                order = commands.order();
            }
            orders.add(order);
        }
        return orders;
    }

    /** Whether it takes more than one transaction, or what it does depends on which rows are free just then. */
    public static boolean isOfManySteps(LedgerCommand command) {
        return command instanceof LedgerCommand.Work
                || command instanceof LedgerCommand.Charge
                || command instanceof LedgerCommand.Collect
                || command instanceof LedgerCommand.Arrive;
    }

    private Order order() {
        int who = random.nextInt(40);
        return new Order(who == 0 ? Who.STAFF : who < 24 ? Who.ADMIN : Who.MASTER_ADMIN, command());
    }

    private LedgerCommand command() {
        if (random.nextInt(100) < 45) {
            return new LedgerCardCommands(random, model, client, this::bill).command();
        }
        int dice = random.nextInt(100);
        if (dice < 14) {
            return issue();
        } else if (dice < 26) {
            return work();
        } else if (dice < 39) {
            return pay();
        } else if (dice < 43) {
            Agreement agreement = agreement();
            return new LedgerCommand.Deposit(client(agreement), money(agreement.currency(), 60_000), day());
        } else if (dice < 51) {
            return ask();
        } else if (dice < 57) {
            return new LedgerCommand.Review(
                    grant(true), random.nextInt(4) == 0 ? CreditStep.REJECT : CreditStep.APPROVE);
        } else if (dice < 66) {
            UUID bill = bill();
            return new LedgerCommand.Apply(bill, amountOf(bill));
        } else if (dice < 71) {
            return new LedgerCommand.Unapply(one(model.applications.keySet(), model.payments.keySet()));
        } else if (dice < 74) {
            return new LedgerCommand.Reverse(grant(false));
        } else if (dice < 78) {
            return refundPayment();
        } else if (dice < 79 || random.nextInt(8) == 0) {
            return new LedgerCommand.ReversePayment(one(model.payments.keySet(), model.applications.keySet()));
        } else if (dice < 82) {
            UUID grant = grant(false);
            return new LedgerCommand.RefundCredit(grant, amountOfGrant(grant));
        } else if (dice < 86) {
            UUID bill = bill();
            return new LedgerCommand.WriteOff(bill, amountOf(bill));
        } else if (dice < 93) {
            return credit();
        } else if (dice < 96) {
            return new LedgerCommand.Void(bill());
        }
        return random.nextBoolean() ? new LedgerCommand.Arrive(clients()) : new LedgerCommand.Expire();
    }

    private Set<UUID> clients() {
        return model.agreements.values().stream().map(Agreement::client).collect(Collectors.toSet());
    }

    private LedgerCommand issue() {
        Agreement agreement = agreement();
        Money charge = random.nextInt(10) == 0 ? money(agreement.currency(), 5_000) : null;
        if (charge != null && (charge.isZero() || random.nextInt(3) == 0)) {
            charge = Money.ofMinor(CurrencyUnit.of(agreement.currency()), -1 - random.nextInt(3_000));
        }
        return new LedgerCommand.Issue(rarely() ? UUID.randomUUID() : agreement.id(), charge);
    }

    private LedgerCommand work() {
        List<Agreement> hourly = model.agreements.values().stream()
                .filter(one -> !one.rates().isEmpty())
                .toList();
        Agreement agreement = one(random, hourly);
        int days = (int) (today.toEpochDay() - agreement.start().toEpochDay());
        LocalDate day = agreement.start().plusDays(random.nextInt(days + 1));
        int onDay = model.work.values().stream()
                .filter(work -> work.day().equals(day))
                .mapToInt(LedgerModel.Work::minutes)
                .sum();
        int minutes = 1 + random.nextInt(200);
        return onDay + minutes > 24 * 60 ? work() : new LedgerCommand.Work(agreement.id(), day, minutes);
    }

    private LedgerCommand pay() {
        UUID bill = bill();
        LedgerModelBill of = model.bills.get(bill);
        Money amount = amountOf(bill);
        String currency = of == null ? "USD" : of.currency();
        LocalDate day = day();
        boolean early = of != null && day.isBefore(of.issued) && !rarely();
        return new LedgerCommand.Pay(bill, amount == null ? money(currency, 90_000) : amount, early ? of.issued : day);
    }

    private LedgerCommand ask() {
        Agreement agreement = agreement();
        CreditSource source = rarely()
                ? CreditSource.DEPOSIT
                : one(random, List.of(CreditSource.PROMOTIONAL, CreditSource.GOODWILL, CreditSource.CORRECTION));
        Money amount = money(agreement.currency(), 40_000);
        return new LedgerCommand.Ask(
                client(agreement),
                source,
                amount.isPositive() ? amount : amount.plus(Money.ofMinor(amount.getCurrencyUnit(), 100)),
                random.nextInt(5) < 2 ? null : today.plusDays(random.nextInt(45) - 1),
                random.nextInt(4) == 0 ? agreement.id() : null);
    }

    private LedgerCommand refundPayment() {
        UUID payment = one(model.payments.keySet(), model.applications.keySet());
        LedgerModel.Payment of = model.payments.get(payment);
        Money amount = of == null || random.nextInt(3) == 0 ? null : amount(of.currency(), of.amount());
        return new LedgerCommand.RefundPayment(payment, amount);
    }

    private LedgerCommand credit() {
        UUID bill = bill();
        LedgerModelBill of = model.bills.get(bill);
        List<Item> items = new ArrayList<>();
        if (of == null || rarely()) {
            items.add(new Item.Amount(1 + random.nextInt(5), null));
        } else {
            for (Line line : of.lines) {
                if (items.isEmpty() || random.nextBoolean() || rarely()) {
                    items.add(item(of, line));
                }
            }
            if (rarely()) {
                items.add(items.getFirst());
            }
        }
        return new LedgerCommand.Credit(bill, items, random.nextBoolean() ? Excess.CREDIT : Excess.REFUND);
    }

    private Item item(LedgerModelBill bill, Line line) {
        long left = line.amount() - bill.creditedLines.getOrDefault(line.number(), 0L);
        if (!line.shares().isEmpty() && random.nextInt(4) > 0) {
            List<TimeEntryId> entries = new ArrayList<>();
            for (UUID entry : line.shares().keySet()) {
                boolean again = bill.creditedTime.contains(entry) && !rarely();
                if (!again && (entries.isEmpty() || random.nextInt(3) == 0)) {
                    entries.add(new TimeEntryId(entry));
                }
            }
            if (rarely() && !model.work.isEmpty()) {
                entries.add(new TimeEntryId(one(random, model.work.keySet())));
            }
            return new Item.Time(line.number(), entries, random.nextInt(3) > 0);
        }
        return new Item.Amount(
                line.number(), random.nextInt(3) == 0 ? null : amount(bill.currency(), Math.max(1, left)));
    }

    /** An amount about a top: a part, all of it, or now and then too much, nothing, or less than that. */
    private Money amount(String currency, long top) {
        long bound = Math.max(1, top);
        long minor = switch (random.nextInt(20)) {
            case 0 -> top + 1;
            case 1 -> 2 * bound + random.nextInt(1_000);
            case 2 -> random.nextInt(2) - 1;
            case 3, 4, 5, 6 -> top;
            case 7 -> Math.min(bound, 1 + random.nextInt(3));
            default -> 1 + Math.floorMod(random.nextLong(), bound);
        };
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    private Money money(String currency, int most) {
        return Money.ofMinor(
                CurrencyUnit.of(currency), random.nextInt(30) == 0 ? -random.nextInt(2) : 1 + random.nextInt(most));
    }

    /** Of what an invoice owes; null for all of it; rarely in another currency. */
    private Money amountOf(UUID bill) {
        LedgerModelBill of = model.bills.get(bill);
        if (of == null || random.nextInt(4) == 0) {
            return null;
        }
        String currency = random.nextInt(60) == 0 ? "EUR" : of.currency();
        long top = of.owed() == 0 ? of.total() : of.owed();
        return amount(currency, top);
    }

    private Money amountOfGrant(UUID id) {
        LedgerModel.Grant grant = model.grants.get(id);
        return grant == null || random.nextInt(3) == 0 ? null : amount(grant.currency(), model.remaining.get(id));
    }

    private Agreement agreement() {
        return one(
                random,
                model.agreements.values().stream()
                        .filter(one -> client == null || one.client().equals(client))
                        .toList());
    }

    /** Its client, or rarely another one: what is of one client is refused to another. */
    private UUID client(Agreement agreement) {
        return rarely() ? one(random, model.agreements.values()).client() : agreement.client();
    }

    private LocalDate day() {
        return today.plusDays(rarely() ? 1 : -random.nextInt(5));
    }

    private UUID bill() {
        if (favourite != null && random.nextInt(3) > 0) {
            return favourite;
        }
        List<UUID> own = model.bills.values().stream()
                .filter(bill -> client == null || bill.client().equals(client))
                .filter(bill -> !bill.isVoid || random.nextInt(10) == 0)
                .map(bill -> bill.id)
                .toList();
        List<UUID> owing =
                own.stream().filter(id -> model.bills.get(id).owed() > 0).toList();
        if (own.isEmpty() || random.nextInt(100) == 0) {
            return UUID.randomUUID();
        }
        return one(random, owing.isEmpty() || random.nextInt(3) == 0 ? own : owing);
    }

    private UUID grant(boolean waiting) {
        List<UUID> own = model.grants.keySet().stream()
                .filter(id -> client == null || model.grants.get(id).client().equals(client))
                .toList();
        List<UUID> fit = own.stream()
                .filter(id -> waiting ? model.reviews.get(id).equals("waiting") : model.remaining.get(id) > 0)
                .toList();
        if (own.isEmpty() || random.nextInt(100) == 0) {
            return UUID.randomUUID();
        }
        return one(random, fit.isEmpty() || random.nextInt(6) == 0 ? own : fit);
    }

    /** One of these, or rarely one of others that it must not be. */
    private UUID one(Collection<UUID> these, Collection<UUID> others) {
        Collection<UUID> from = rarely() ? others : these;
        return from.isEmpty()
                ? UUID.randomUUID()
                : one(random, List.copyOf(from).subList(Math.max(0, from.size() - 25), from.size()));
    }

    private boolean rarely() {
        return random.nextInt(25) == 0;
    }

    private static <T> T one(Random random, Collection<T> of) {
        return of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
    }
}
