package feewright.processor;

import feewright.attempt.Answer;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.Report;
import feewright.attempt.SimulatedCard;
import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.payment.PaymentMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The simulated processor with cards that dispute what they paid: with the charge, it tells what will become of it. */
public record SimulatedDisputes(PaymentProcessor processor, PlaySimulated play, Function<FirmId, Instant> now)
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
    public Answer charge(Charge charge) {
        Answer answer = processor.charge(charge);
        Optional<SimulatedCard> card = SimulatedCard.of(charge.method().method());
        if (card.isPresent() && answer.report() instanceof Report.Succeeded(String payment, Money amount)) {
            tell(charge.firm(), card.get(), payment, amount);
        }
        return answer;
    }

    /** Named after the payment, so that a charge that is sent again is told of once. */
    private void tell(FirmId firm, SimulatedCard card, String payment, Money amount) {
        Instant at = now.apply(firm);
        SimulatedStory story = SimulatedStory.of(card, payment, amount, at);
        List<SimulatedStory.Chapter> chapters = SimulatedStory.chapters(card);
        for (int number = 0; number < chapters.size(); number++) {
            SimulatedStory.Chapter chapter = chapters.get(number);
            PlaySimulated.Told told = new PlaySimulated.Told(payment + "-" + number, story.at(chapter));
            play.play(firm, told, story.says(chapter), at);
        }
        if (card == SimulatedCard.CARD_FRAUD_WARNING) {
            EventMeaning.WarnsOfFraud warns =
                    new EventMeaning.WarnsOfFraud(payment + "-warning", payment, "made_with_stolen_card", true);
            play.play(firm, new PlaySimulated.Told(payment + "-w", at.plus(Duration.ofDays(1))), warns, at);
        }
    }

    @Override
    public Answer find(Charge charge) {
        return processor.find(charge);
    }

    @Override
    public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
        return processor.setUp(firm, client, customer);
    }

    @Override
    public Optional<PaymentMethod.Shown> method(FirmId firm, String customer, String method) {
        return processor.method(firm, customer, method);
    }
}
