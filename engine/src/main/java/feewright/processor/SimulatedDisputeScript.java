package feewright.processor;

import feewright.attempt.SimulatedCard;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What becomes of a payment by a card that disputes it: chapter after chapter, each so many days after the charge. */
record SimulatedDisputeScript(String payment, Money claimed, Instant chargedAt) {

    private static final int FEE_MINOR = 1500;
    private static final int TIME_TO_ANSWER = 14;

    /** What is told, on which day after the charge, and whether money went and came back by then. */
    record Step(int day, Kind kind, DisputeState state, boolean taken, boolean back) {}

    static SimulatedDisputeScript of(SimulatedCard card, String payment, Money amount, Instant chargedAt) {
        Money claimed = card == SimulatedCard.CARD_DISPUTED_PARTLY
                ? amount.multipliedBy(2).dividedBy(5, RoundingMode.UP)
                : amount;
        return new SimulatedDisputeScript(payment, claimed, chargedAt);
    }

    /** Empty for a card that never disputes. */
    static List<Step> chapters(SimulatedCard card) {
        return switch (card) {
            case CARD_DISPUTED_WON -> {
                List<Step> won = new ArrayList<>(chargeback());
                won.add(new Step(10, Kind.CLOSED, DisputeState.WON, true, true));
                won.add(new Step(10, Kind.FUNDS_REINSTATED, DisputeState.WON, true, true));
                yield won;
            }
            case CARD_DISPUTED_LOST, CARD_DISPUTED_PARTLY -> {
                List<Step> lost = new ArrayList<>(chargeback());
                lost.add(new Step(10, Kind.CLOSED, DisputeState.LOST, true, false));
                yield lost;
            }
            case CARD_INQUIRY_ESCALATES ->
                List.of(
                        new Step(1, Kind.OPENED, DisputeState.INQUIRY_NEEDS_RESPONSE, false, false),
                        new Step(5, Kind.UPDATED, DisputeState.NEEDS_RESPONSE, true, false),
                        new Step(5, Kind.FUNDS_WITHDRAWN, DisputeState.NEEDS_RESPONSE, true, false),
                        new Step(12, Kind.CLOSED, DisputeState.LOST, true, false));
            default -> List.of();
        };
    }

    private static List<Step> chargeback() {
        return List.of(
                new Step(1, Kind.OPENED, DisputeState.NEEDS_RESPONSE, true, false),
                new Step(1, Kind.FUNDS_WITHDRAWN, DisputeState.NEEDS_RESPONSE, true, false),
                new Step(3, Kind.UPDATED, DisputeState.UNDER_REVIEW, true, false));
    }

    Instant at(Step chapter) {
        return chargedAt.plus(Duration.ofDays(chapter.day()));
    }

    EventMeaning.DisputeUpdated says(Step chapter) {
        List<DisputeMovement> movements = new ArrayList<>();
        if (chapter.taken()) {
            movements.add(new DisputeMovement(
                    payment + "-taken", claimed.negated(), Money.ofMinor(claimed.getCurrencyUnit(), FEE_MINOR)));
        }
        if (chapter.back()) {
            movements.add(new DisputeMovement(payment + "-back", claimed, Money.zero(claimed.getCurrencyUnit())));
        }
        UndatedDetails shown = new UndatedDetails(
                chapter.state(), claimed, "general", chargedAt.plus(Duration.ofDays(TIME_TO_ANSWER)), movements);
        return new EventMeaning.DisputeUpdated(payment + "-dispute", payment, chapter.kind(), shown);
    }
}
