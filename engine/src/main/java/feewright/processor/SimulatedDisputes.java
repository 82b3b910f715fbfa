package feewright.processor;

import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorResponse;
import feewright.attempt.SimulatedCard;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The simulated processor with cards that dispute what they paid: with the charge, it tells what will become of it. */
public record SimulatedDisputes(PaymentProcessor processor, SimulateProcessorEvent play, Function<FirmId, Instant> now)
        implements PaymentProcessor {

    @Override
    public String code() {
        return processor.code();
    }

    @Override
    public Collectable collectable(Money owed) {
        return processor.collectable(owed);
    }

    @Override
    public ProcessorResponse charge(Charge charge) {
        ProcessorResponse answer = processor.charge(charge);
        Optional<SimulatedCard> card = SimulatedCard.of(charge.method().method());
        if (card.isPresent() && answer.report() instanceof AttemptUpdate.Succeeded(String payment, Money amount)) {
            tell(charge.firm(), card.get(), payment, amount);
        }
        return answer;
    }

    /** Named after the payment, so that a charge that is sent again is told of once. */
    private void tell(FirmId firm, SimulatedCard card, String payment, Money amount) {
        Instant at = now.apply(firm);
        SimulatedDisputeScript story = SimulatedDisputeScript.of(card, payment, amount, at);
        List<SimulatedDisputeScript.Step> chapters = SimulatedDisputeScript.chapters(card);
        for (int number = 0; number < chapters.size(); number++) {
            SimulatedDisputeScript.Step chapter = chapters.get(number);
            SimulateProcessorEvent.Scheduled told =
                    new SimulateProcessorEvent.Scheduled(payment + "-" + number, story.at(chapter));
            play.play(firm, told, story.says(chapter), at);
        }
        if (card == SimulatedCard.CARD_FRAUD_WARNING) {
            EventMeaning.FraudWarned warns =
                    new EventMeaning.FraudWarned(payment + "-warning", payment, "made_with_stolen_card", true);
            play.play(
                    firm, new SimulateProcessorEvent.Scheduled(payment + "-w", at.plus(Duration.ofDays(1))), warns, at);
        }
    }

    @Override
    public ProcessorResponse find(Charge charge) {
        return processor.find(charge);
    }

    @Override
    public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
        return processor.setUp(firm, client, customer);
    }

    @Override
    public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
        return processor.method(firm, customer, method);
    }
}
