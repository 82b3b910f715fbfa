package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.attempt.Errand;
import feewright.engine.Engine;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.processor.Question;
import feewright.refund.RefundErrand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a collector takes from, runs, and is told the time by: events that wait, credit that arrived, collections and refunds that are due. */
public record Outbox(Firms firms, Engine engine, FirmClock clock) {

    /** A call to a processor, with the id of what it is about. What asking gives writes the answer down, if that is left to do. */
    record Call(String about, Supplier<Runnable> asking) {}

    List<Call> take(FirmId firm, int most) {
        Instant now = clock.now(firm);
        List<Call> calls = new ArrayList<>();
        for (Question question : engine.readEvents().read(firm, most, now)) {
            calls.add(
                    switch (question) {
                        case Question.OfAttempt(Errand errand) -> call(errand);
                        case Question.OfRefunds(RefundErrand errand) -> call(errand);
                    });
        }
        engine.applyArrivedCredit().apply(firm, now);
        engine.takeRefunds().take(firm, most, now).forEach(errand -> calls.add(call(errand)));
        engine.takeDue().take(firm, most, now).forEach(errand -> calls.add(call(errand)));
        return calls;
    }

    private Call call(Errand errand) {
        FirmId firm = errand.charge().firm();
        return new Call(
                "attempt " + errand.charge().attempt(), () -> engine.runErrand().ask(errand, () -> clock.now(firm)));
    }

    private Call call(RefundErrand errand) {
        FirmId firm = errand.payment().firm();
        String about = switch (errand) {
            case RefundErrand.Send(var order) -> order.refund().toString();
            case RefundErrand.LookUp(var order) -> order.refund().toString();
            case RefundErrand.LookForAll _ -> "of a payment";
        };
        return new Call("refund " + about, () -> {
            engine.runRefund().run(errand, () -> clock.now(firm));
            return () -> {};
        });
    }
}
