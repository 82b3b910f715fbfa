package feewright.api.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.BrokenDatabase;
import feewright.api.fixture.Server;
import feewright.api.ledger.model.LedgerCommand.Order;
import feewright.api.ledger.model.LedgerCommand.Result;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.report.Reconcile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The life of one firm, step by step, in its books and in the model beside them. */
public final class LedgerEpisode {

    private static final int STEPS_BETWEEN_LONG_LOOKS = 25;

    private final Random random;
    private final LedgerFirm firm;
    private final LedgerBooks books;
    private final BrokenDatabase database;
    private final ExecutorService threads;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Integer> tally;
    private LedgerModel model;
    private Instant now = Office.NOW;
    private String doing = "";

    /** What an episode has of the test: its chance, its firm, the database that breaks for it, and where results are counted. */
    public record Stage(Random random, LedgerFirm firm, BrokenDatabase database, Map<String, Integer> tally) {}

    public LedgerEpisode(Stage stage, LedgerBooks books, ExecutorService threads) {
        this.random = stage.random();
        this.firm = stage.firm();
        this.database = stage.database();
        this.tally = stage.tally();
        this.books = books;
        this.threads = threads;
        this.model = new LedgerModel(firm.agreements, random.nextLong());
    }

    /** The command, or the commands, of the last step, for whoever has to find out what went wrong. */
    public String doing() {
        return doing;
    }

    public void step(int number) throws SQLException, InterruptedException, ExecutionException {
        now = now.plusSeconds(1 + random.nextInt(600));
        int dice = random.nextInt(100);
        if (dice < 5) {
            now = now.plus(Duration.ofDays(1 + random.nextInt(16)));
            doing = "the clock moves to " + now;
        } else if (dice < 15) {
            together();
        } else if (dice < 23) {
            cutOff();
        } else {
            alone();
        }
        compare();
        if (number % STEPS_BETWEEN_LONG_LOOKS == 0) {
            lookLong();
        }
    }

    private LocalDate today() {
        return LedgerModel.day(now);
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    private static String name(Order order) {
        return order.command().getClass().getSimpleName();
    }

    /** One command: what the model allows is done, and nothing else is. */
    private void alone() throws SQLException {
        Order order = LedgerCommands.any(random, model, today());
        doing = order.toString();
        Result result = new LedgerClerk(random.nextBoolean() ? firm.office : firm.second).run(order, now);
        count(name(order) + " " + result.getClass().getSimpleName());
        boolean isAllowed = model.allows(order, now);
        switch (result) {
            case Result.Done done ->
                assertThat(model.play(order, complete(order, done, books.facts()), now))
                        .as("the model allows what was done")
                        .isTrue();
            case Result.Refused refused ->
                assertThat(isAllowed)
                        .as("the model allows what was refused: " + refused)
                        .isFalse();
            case Result.Failed(RuntimeException failure) -> {
                if (isAllowed || !isInEuro(order)) {
                    throw failure;
                }
            }
            case Result.Lost lost -> throw new AssertionError("alone, and yet " + lost);
        }
    }

    /** Money of another currency than all agreements have: a mistake of who asks, which may well throw. */
    private static boolean isInEuro(Order order) {
        return order.toString().contains("EUR") && !(order.command() instanceof LedgerCommand.Dispute);
    }

    /** A command whose connection is lost at its commit; the journal tells whether it happened. */
    private void cutOff() throws SQLException {
        Order order = LedgerCommands.any(random, model, today());
        if (LedgerCommands.isOfManySteps(order.command())) {
            doing = "nothing";
            return;
        }
        BrokenDatabase.Loss loss =
                random.nextBoolean() ? BrokenDatabase.Loss.BEFORE_COMMIT : BrokenDatabase.Loss.AFTER_COMMIT;
        doing = "connection lost " + loss + ": " + order;
        Map<String, String> before = books.facts();
        boolean isAllowed = model.allows(order, now);
        database.lose(loss);
        Result result = new LedgerClerk(firm.breaking).run(order, now);
        database.lose(BrokenDatabase.Loss.NONE);
        assertThat(result).isInstanceOf(Result.Failed.class);
        Map<String, String> added = new TreeMap<>(books.facts());
        added.keySet().removeAll(before.keySet());
        if (added.isEmpty()) {
            count(name(order) + " cut off, undone");
            boolean expiresNothing =
                    order.command() instanceof LedgerCommand.Expire || order.command() instanceof LedgerCommand.Collect;
            assertThat(isAllowed && loss == BrokenDatabase.Loss.AFTER_COMMIT && !expiresNothing)
                    .as("committed, and yet not there")
                    .isFalse();
        } else {
            count(name(order) + " cut off, done");
            assertThat(loss).isEqualTo(BrokenDatabase.Loss.AFTER_COMMIT);
            Result.Done done =
                    new Result.Done(first(added, "invoice "), first(added, "entry "), first(added, "grant "));
            Map<String, UUID> others = new HashMap<>();
            if (order.command() instanceof LedgerCommand.GiveBack) {
                others.put("refund", first(added, "refund "));
            }
            Result.Done told = new Result.Done(done.invoice(), done.entry(), done.grant(), others);
            assertThat(model.play(order, complete(order, told, books.facts()), now))
                    .as("the model allows what was done")
                    .isTrue();
        }
    }

    private static UUID first(Map<String, String> facts, String kind) {
        return facts.keySet().stream()
                .filter(key -> key.startsWith(kind))
                .map(key -> UUID.fromString(key.substring(kind.length())))
                .findFirst()
                .orElse(null);
    }

    /** Adds to the ids of what a command made those that its outcome does not tell. */
    private Result.Done complete(Order order, Result.Done done, Map<String, String> facts) throws SQLException {
        UUID entry = done.entry();
        UUID grant = done.grant();
        Map<String, UUID> others = new HashMap<>(done.others());
        if (done.invoice() != null) {
            String applied = books.applications().get(done.invoice().toString());
            entry = applied == null ? null : UUID.fromString(applied);
        }
        switch (order.command()) {
            case LedgerCommand.Said said -> {
                entry = one(books.madeBy(said.event()));
                others.putAll(followed(said.event(), entry));
            }
            case LedgerCommand.Charge(UUID invoice, int number) -> {
                entry = one(books.madeBy(invoice, number));
                others.putAll(followed("", entry));
            }
            case LedgerCommand.SaidOfRefund said -> entry = one(books.madeBy(said.event()));
            case LedgerCommand.Dispute told -> others.putAll(followed(told.dispute() + "/" + told.event(), null));
            default -> {}
        }
        if ((grant == null || done.entry() != entry) && entry != null) {
            String origin = entry.toString();
            Map<String, String> made = new TreeMap<>(facts);
            made.values().removeIf(from -> !from.equals(origin));
            grant = first(made, "grant ");
        }
        return new Result.Done(done.invoice(), entry, grant, others);
    }

    private static UUID one(Set<String> ids) {
        return ids.stream().findFirst().map(UUID::fromString).orElse(null);
    }

    private Map<String, UUID> followed(String event, UUID entry) throws SQLException {
        Map<String, UUID> followed = new HashMap<>();
        books.followed(event, "" + entry).forEach((what, id) -> followed.put(what, UUID.fromString(id)));
        return followed;
    }

    private record Told(Order order, Result result) {}

    /** Some commands at once, at two instances: there is an order in which the model comes to the same, one after the other. */
    private void together() throws SQLException, InterruptedException, ExecutionException {
        List<Order> orders = LedgerCommands.meeting(random, model, today());
        doing = "together: " + orders;
        List<Told> told = new ArrayList<>();
        for (Told one : raced(orders)) {
            count("together: "
                    + (one.result() instanceof Result.Lost(String code)
                            ? code
                            : one.result().getClass().getSimpleName()));
            switch (one.result()) {
                case Result.Done done -> told.add(new Told(one.order(), complete(one.order(), done, books.facts())));
                case Result.Refused _ -> told.add(one);
                case Result.Lost lost -> throw new AssertionError("what is locked waits for its turn, and yet " + lost);
                case Result.Failed(RuntimeException failure) -> {
                    if (!isInEuro(one.order())) {
                        throw failure;
                    }
                }
            }
        }
        doing = "together: " + told;
        Map<String, String> found = books.read(today());
        List<LedgerModel> ends = new ArrayList<>();
        for (List<Told> order : orders(told)) {
            LedgerModel end = played(order);
            if (end != null) {
                ends.add(end);
            }
        }
        assertThat(ends)
                .as("no order of these has these outcomes, model %s, books %s", model.books(today()), found)
                .isNotEmpty();
        model = ends.stream()
                .filter(end -> end.books(today()).equals(found))
                .findFirst()
                .orElse(ends.getFirst());
    }

    private List<Told> raced(List<Order> orders) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Told>> running = new ArrayList<>();
        for (Order order : orders) {
            LedgerClerk clerk = new LedgerClerk(running.size() % 2 == 0 ? firm.office : firm.second);
            running.add(threads.submit(() -> {
                start.await();
                return new Told(order, clerk.run(order, now));
            }));
        }
        start.countDown();
        List<Told> told = new ArrayList<>();
        for (Future<Told> one : running) {
            told.add(one.get());
        }
        return told;
    }

    /** The model after these, or null if it would have had another outcome. */
    private LedgerModel played(List<Told> order) {
        LedgerModel end = model.copy();
        for (Told one : order) {
            boolean isSame = switch (one.result()) {
                case Result.Done done -> end.play(one.order(), done, now);
                default -> !end.allows(one.order(), now);
            };
            if (!isSame) {
                return null;
            }
        }
        return end;
    }

    private static List<List<Told>> orders(List<Told> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Told>> all = new ArrayList<>();
        for (int first = 0; first < of.size(); first++) {
            List<Told> rest = new ArrayList<>(of);
            Told told = rest.remove(first);
            orders(rest)
                    .forEach(order -> all.add(
                            Stream.concat(Stream.of(told), order.stream()).toList()));
        }
        return all;
    }

    private void compare() throws SQLException {
        Map<String, String> found = books.read(today());
        Map<String, String> wanted = model.books(today());
        List<String> differences = Stream.concat(found.keySet().stream(), wanted.keySet().stream())
                .distinct()
                .filter(key -> !wanted.getOrDefault(key, "").equals(found.getOrDefault(key, "")))
                .map(key -> key + ": model " + wanted.get(key) + ", books " + found.get(key))
                .toList();
        assertThat(differences).isEmpty();
        assertThat(sums().values()).as("all accounts of a currency").allMatch(sum -> sum == 0);
    }

    /** All accounts of a currency, of the model, which the books were just found to equal. */
    private Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        model.accounts.forEach(
                (account, sum) -> sums.merge(account.substring(account.indexOf(' ') + 1), sum, Long::sum));
        model.bills.values().forEach(bill -> sums.merge(bill.currency(), bill.owed(), Long::sum));
        model.grants.forEach((id, grant) -> sums.merge(grant.currency(), -model.remaining.get(id), Long::sum));
        return sums;
    }

    /** What takes longer: documents as they were issued, lists that derive the settlement, all transfers added up, the reconciliation. */
    public void lookLong() throws SQLException {
        Map<String, String> found = books.documents();
        assertThat(found).as("documents as they were issued").containsAllEntriesOf(documents);
        documents.putAll(found);
        Map<String, String> lists = new TreeMap<>(model.books(today()));
        lists.keySet().removeIf(key -> !key.startsWith("settlement "));
        assertThat(books.lists(today())).as("lists by settlement").isEqualTo(lists);
        TrialBalance.proven(firm.office);
        assertThat(Server.running()
                        .context
                        .getBean(Reconcile.class)
                        .reconcile(firm.office.admin)
                        .checks())
                .as("reconciliation")
                .allMatch(check -> check.check().equals("suspense_resolved")
                        ? check.differing() == model.disputes.inSuspense()
                        : check.isClean());
    }
}
