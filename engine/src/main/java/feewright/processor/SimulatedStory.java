package feewright.processor;

import feewright.attempt.SimulatedCard;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.Shown;
import feewright.dispute.DisputeState;
import feewright.dispute.Movement;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What becomes of a payment by a card that disputes it: chapter after chapter, each so many days after the charge. */
record SimulatedStory(String payment, Money claimed, Instant chargedAt) {

    private static final int FEE_MINOR = 1500;
    private static final int TIME_TO_ANSWER = 14;

    /** What is told, on which day after the charge, and whether money went and came back by then. */
    record Chapter(int day, Kind kind, DisputeState state, boolean taken, boolean back) {}

    static SimulatedStory of(SimulatedCard card, String payment, Money amount, Instant chargedAt) {
        Money claimed = card == SimulatedCard.CARD_DISPUTED_PARTLY
                ? amount.multipliedBy(2).dividedBy(5, RoundingMode.UP)
                : amount;
        return new SimulatedStory(payment, claimed, chargedAt);
    }

    /** Empty for a card that never disputes. */
    static List<Chapter> chapters(SimulatedCard card) {
        return switch (card) {
            case CARD_DISPUTED_WON -> {
                List<Chapter> won = new ArrayList<>(chargeback());
                won.add(new Chapter(10, Kind.CLOSED, DisputeState.WON, true, true));
                won.add(new Chapter(10, Kind.FUNDS_REINSTATED, DisputeState.WON, true, true));
                yield won;
            }
            case CARD_DISPUTED_LOST, CARD_DISPUTED_PARTLY -> {
                List<Chapter> lost = new ArrayList<>(chargeback());
                lost.add(new Chapter(10, Kind.CLOSED, DisputeState.LOST, true, false));
                yield lost;
            }
            case CARD_INQUIRY_ESCALATES ->
                List.of(
                        new Chapter(1, Kind.OPENED, DisputeState.INQUIRY_NEEDS_RESPONSE, false, false),
                        new Chapter(5, Kind.UPDATED, DisputeState.NEEDS_RESPONSE, true, false),
                        new Chapter(5, Kind.FUNDS_WITHDRAWN, DisputeState.NEEDS_RESPONSE, true, false),
                        new Chapter(12, Kind.CLOSED, DisputeState.LOST, true, false));
            default -> List.of();
        };
    }

    private static List<Chapter> chargeback() {
        return List.of(
                new Chapter(1, Kind.OPENED, DisputeState.NEEDS_RESPONSE, true, false),
                new Chapter(1, Kind.FUNDS_WITHDRAWN, DisputeState.NEEDS_RESPONSE, true, false),
                new Chapter(3, Kind.UPDATED, DisputeState.UNDER_REVIEW, true, false));
    }

    Instant at(Chapter chapter) {
        return chargedAt.plus(Duration.ofDays(chapter.day()));
    }

    EventMeaning.SaysOfDispute says(Chapter chapter) {
        List<Movement> movements = new ArrayList<>();
        if (chapter.taken()) {
            movements.add(new Movement(
                    payment + "-taken", claimed.negated(), Money.ofMinor(claimed.getCurrencyUnit(), FEE_MINOR)));
        }
        if (chapter.back()) {
            movements.add(new Movement(payment + "-back", claimed, Money.zero(claimed.getCurrencyUnit())));
        }
        Shown shown = new Shown(
                chapter.state(), claimed, "general", chargedAt.plus(Duration.ofDays(TIME_TO_ANSWER)), movements);
        return new EventMeaning.SaysOfDispute(payment + "-dispute", payment, chapter.kind(), shown);
    }
}
