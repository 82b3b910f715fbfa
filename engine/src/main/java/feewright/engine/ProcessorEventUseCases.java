package feewright.engine;

import feewright.processor.DisputeRecording;
import feewright.processor.PlaySimulated;
import feewright.processor.ReadEvents;
import feewright.processor.Recording;
import feewright.processor.TakeEvent;

/** Events of processors: kept as they land, read afterwards. */
public interface ProcessorEventUseCases extends RefundUseCases {

    default TakeEvent takeEvent() {
        return new TakeEvent(ports().transactions(), ports().processorEvents(), ports().ids());
    }

    default ReadEvents readEvents() {
        return new ReadEvents(
                ports().transactions(),
                ports().processorEvents(),
                recording(),
                processors().readers());
    }

    default Recording recording() {
        return new Recording(
                recordReport(), recordRefund(), new DisputeRecording(recordDispute(), recordFraudWarning()));
    }

    /** Has the simulated processor tell something. */
    default PlaySimulated playSimulated() {
        return new PlaySimulated(ports().transactions(), ports().processorEvents(), ports().ids());
    }
}
