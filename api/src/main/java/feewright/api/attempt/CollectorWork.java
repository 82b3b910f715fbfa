package feewright.api.attempt;

import feewright.api.clock.FirmClock;
import feewright.attempt.CallProcessor;
import feewright.attempt.ProcessorCall;
import feewright.attempt.TakeDueCollections;
import feewright.credit.ApplyArrivedCredit;
import feewright.engine.Engine;
import feewright.firm.Firms;
import feewright.platform.FirmId;
import feewright.processor.FollowUpCall;
import feewright.processor.ReadEvents;
import feewright.refund.CallRefundProcessor;
import feewright.refund.RefundCall;
import feewright.refund.TakeDueRefunds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a collector takes from, runs, and is told the time by: events that wait, credit that arrived, collections and refunds that are due. */
public final class CollectorWork {

    private final Firms firms;
    private final FirmClock clock;
    private final ReadEvents readEvents;
    private final ApplyArrivedCredit applyArrivedCredit;
    private final TakeDueRefunds takeDueRefunds;
    private final TakeDueCollections takeDueCollections;
    private final CallProcessor callProcessor;
    private final CallRefundProcessor callRefundProcessor;

    public CollectorWork(Firms firms, Engine engine, FirmClock clock) {
        this.firms = firms;
        this.clock = clock;
        readEvents = engine.readEvents();
        applyArrivedCredit = engine.applyArrivedCredit();
        takeDueRefunds = engine.takeDueRefunds();
        takeDueCollections = engine.takeDueCollections();
        callProcessor = engine.callProcessor();
        callRefundProcessor = engine.callRefundProcessor();
    }

    Firms firms() {
        return firms;
    }

    /** A call to a processor, with the id of what it is about. What asking gives writes the answer down, if that is left to do. */
    record Call(String about, Supplier<Runnable> asking) {}

    List<Call> take(FirmId firm, int most) {
        Instant now = clock.now(firm);
        List<Call> calls = new ArrayList<>();
        for (FollowUpCall question : readEvents.read(firm, most, now)) {
            calls.add(
                    switch (question) {
                        case FollowUpCall.OfAttempt(ProcessorCall errand) -> call(errand);
                        case FollowUpCall.OfRefunds(RefundCall errand) -> call(errand);
                    });
        }
        applyArrivedCredit.apply(firm, now);
        takeDueRefunds.take(firm, most, now).forEach(errand -> calls.add(call(errand)));
        takeDueCollections.take(firm, most, now).forEach(errand -> calls.add(call(errand)));
        return calls;
    }

    private Call call(ProcessorCall errand) {
        FirmId firm = errand.charge().firm();
        return new Call("attempt " + errand.charge().attempt(), () -> callProcessor.ask(errand, () -> clock.now(firm)));
    }

    private Call call(RefundCall errand) {
        FirmId firm = errand.payment().firm();
        String about = switch (errand) {
            case RefundCall.Send(var order) -> order.refund().toString();
            case RefundCall.LookUp(var order) -> order.refund().toString();
            case RefundCall.LookForAll _ -> "of a payment";
        };
        return new Call("refund " + about, () -> {
            callRefundProcessor.run(errand, () -> clock.now(firm));
            return () -> {};
        });
    }
}
