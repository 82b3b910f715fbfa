package feewright.api.ledger.model;

import static feewright.dispute.DisputeState.INQUIRY_CLOSED;
import static feewright.dispute.DisputeState.INQUIRY_NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.INQUIRY_UNDER_REVIEW;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.PREVENTED;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;

import feewright.api.ledger.model.LedgerCommand.Refunded;
import feewright.api.ledger.model.LedgerModel.Payment;
import feewright.api.ledger.model.LedgerModelCards.Back;
import feewright.api.ledger.model.LedgerModelCards.Try;
import feewright.dispute.DisputeEvent.Details;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Commands by chance about money that a processor moves. What can be told of a payment follows from its place, so that it is told in
 * any order, again and again, early and late.
 */
public record LedgerCardCommands(Random random, LedgerModel model, UUID client, Supplier<UUID> bill) {

    private static final Instant HAPPENED = Instant.parse("2026-04-12T12:00:00Z");
    private static final int NOISE = 9;

    /** What an event of a story says: its kind, its state, and which of the movements are there by then. */
    private record Chapter(Kind kind, DisputeState status, int... moved) {}

    private static final List<List<Chapter>> STORIES = List.of(
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE),
                    new Chapter(Kind.FUNDS_WITHDRAWN, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.UPDATED, UNDER_REVIEW, 0),
                    new Chapter(Kind.CLOSED, WON, 0, 1),
                    new Chapter(Kind.FUNDS_REINSTATED, WON, 0, 1)),
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.FUNDS_WITHDRAWN, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.CLOSED, LOST, 0)),
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE),
                    new Chapter(Kind.CLOSED, LOST),
                    new Chapter(Kind.FUNDS_WITHDRAWN, LOST, 0)),
            List.of(
                    new Chapter(Kind.OPENED, INQUIRY_NEEDS_RESPONSE),
                    new Chapter(Kind.UPDATED, INQUIRY_UNDER_REVIEW),
                    new Chapter(Kind.CLOSED, INQUIRY_CLOSED)),
            List.of(
                    new Chapter(Kind.OPENED, INQUIRY_NEEDS_RESPONSE),
                    new Chapter(Kind.UPDATED, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.FUNDS_WITHDRAWN, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.CLOSED, LOST, 0)),
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.CLOSED, LOST, 0),
                    new Chapter(Kind.UPDATED, UNDER_REVIEW, 0),
                    new Chapter(Kind.CLOSED, WON, 0, 1)),
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.CLOSED, WON, 0, 1),
                    new Chapter(Kind.UPDATED, UNDER_REVIEW, 0, 1),
                    new Chapter(Kind.FUNDS_WITHDRAWN, UNDER_REVIEW, 0, 1, 2),
                    new Chapter(Kind.CLOSED, LOST, 0, 1, 2)),
            List.of(new Chapter(Kind.OPENED, NEEDS_RESPONSE), new Chapter(Kind.CLOSED, PREVENTED)),
            List.of(
                    new Chapter(Kind.OPENED, NEEDS_RESPONSE, 0),
                    new Chapter(Kind.CLOSED, WON, 0, 1),
                    new Chapter(Kind.CLOSED, LOST, 0)));

    public LedgerCommand command() {
        int dice = random.nextInt(100);
        List<Try> tries = model.cards.tries.values().stream()
                .filter(one -> client == null
                        || model.bills.get(one.invoice()).client().equals(client))
                .toList();
        if (dice < 14 || tries.isEmpty()) {
            return dice % 2 == 0 || dice > 13 ? new LedgerCommand.Attempt(bill.get()) : new LedgerCommand.Collect();
        } else if (dice < 30) {
            Try one = oneOf(tries);
            return new LedgerCommand.Charge(one.invoice(), one.number());
        } else if (dice < 38) {
            return said(oneOf(tries));
        }
        List<UUID> payments = model.cards.ofPayment.keySet().stream()
                .filter(payment ->
                        client == null || model.payments.get(payment).client().equals(client))
                .toList();
        if (payments.isEmpty() || random.nextInt(60) == 0) {
            return dispute(model.payments.isEmpty() ? UUID.randomUUID() : oneOf(List.copyOf(model.payments.keySet())));
        }
        UUID payment = oneOf(payments);
        if (dice < 46) {
            long amount = model.payments.get(payment).amount();
            return new LedgerCommand.GiveBack(
                    payment, random.nextInt(3) == 0 ? null : money(payment, 1 + random.nextInt((int) amount)));
        }
        return dice < 58 ? saidOfRefund(payment) : dispute(payment);
    }

    private LedgerCommand said(Try one) {
        String state = oneOf(List.of("succeeded", "succeeded", "failed", "failed", "processing"));
        long amount = switch (random.nextInt(6)) {
            case 0 -> one.amount() + 1 + random.nextInt(5_000);
            case 1 -> 1 + random.nextInt((int) one.amount());
            default -> one.amount();
        };
        Money money =
                Money.ofMinor(CurrencyUnit.of(model.bills.get(one.invoice()).currency()), amount);
        return new LedgerCommand.Said(one.invoice(), one.number(), event(), state, money);
    }

    private LedgerCommand saidOfRefund(UUID payment) {
        String state = oneOf(List.of("pending", "succeeded", "succeeded", "failed"));
        List<String> ours = model.cards.refunds.entrySet().stream()
                .filter(one -> one.getValue().payment().equals(payment)
                        && !one.getValue().elsewhere())
                .map(one -> one.getKey())
                .toList();
        if (!ours.isEmpty() && random.nextInt(4) > 0) {
            String id = oneOf(ours);
            Back back = model.cards.refunds.get(id);
            Refunded of = new Refunded(payment, UUID.fromString(id), "re_" + id, money(payment, back.amount()));
            return new LedgerCommand.SaidOfRefund(of, event(), state);
        }
        int number = random.nextInt(2);
        long amount = model.payments.get(payment).amount();
        long part = number == 0 ? amount / 3 + 1 : amount + 1 - random.nextInt(2);
        Refunded of = new Refunded(payment, null, "el_" + payment + number + part, money(payment, part));
        return new LedgerCommand.SaidOfRefund(of, event(), state);
    }

    private LedgerCommand dispute(UUID payment) {
        Payment of = model.payments.get(payment);
        int number = random.nextInt(3);
        String name = "du_" + payment + "_" + number;
        int seed = seed(payment, number);
        long amount = of == null ? 10_000 : of.amount();
        long claimed = switch (seed / 7 % 6) {
            case 0, 1 -> amount;
            case 2 -> amount / 2 + 1;
            case 3 -> amount - amount / 4;
            case 4 -> amount + 1;
            default -> amount / 3 + 1;
        };
        String own = of == null ? "USD" : of.currency();
        String currency = seed / 43 % 8 == 0 ? "EUR" : own;
        int story = seed % (NOISE + 1);
        List<Chapter> chapters = story == NOISE ? noise(seed) : STORIES.get(story);
        int at = random.nextInt(chapters.size());
        Chapter chapter = chapters.get(at);
        List<DisputeMovement> movements = new ArrayList<>();
        for (int one : chapter.moved()) {
            movements.add(new DisputeMovement(
                    name + "-" + one,
                    Money.ofMinor(CurrencyUnit.of(currency), one == 1 ? claimed : -claimed),
                    Money.ofMinor(
                            CurrencyUnit.of(currency), one == 0 ? 1_500 : one == 1 && seed % 2 == 0 ? -1_500 : 0)));
        }
        Details told = new Details(
                chapter.status(),
                Money.ofMinor(CurrencyUnit.of(own), Math.max(1, claimed)),
                seed / 11 % 4 == 0 ? "credit_not_processed" : "general",
                null,
                HAPPENED.plusSeconds(seed % 60 + (seed % 3 == 0 ? at / 2 : at) * 10L),
                movements);
        return new LedgerCommand.Dispute(payment, name, name + "-" + at, chapter.kind(), told);
    }

    /** What is told of a payment follows from where it stands among all, and not from its id, so that a seed repeats it. */
    private int seed(UUID payment, int number) {
        int place = List.copyOf(model.payments.keySet()).indexOf(payment);
        return new SplittableRandom(model.stories + 3L * place + number).nextInt(1_000_003);
    }

    /** Anything at all, much of which no rule permits. */
    private static List<Chapter> noise(int seed) {
        Random any = new Random(seed);
        List<Chapter> chapters = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            int[] moved = any.ints(any.nextInt(3), 0, 3).distinct().toArray();
            chapters.add(new Chapter(
                    Kind.values()[any.nextInt(Kind.values().length)],
                    DisputeState.values()[any.nextInt(DisputeState.REOPENED.ordinal())],
                    moved));
        }
        return chapters;
    }

    private String event() {
        return "evt_" + Long.toHexString(random.nextLong());
    }

    private Money money(UUID payment, long minor) {
        return Money.ofMinor(CurrencyUnit.of(model.payments.get(payment).currency()), minor);
    }

    private <T> T oneOf(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }
}
